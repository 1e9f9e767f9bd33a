import { expect, it } from 'vitest';
import { untilGone } from '../../src/blocks/connectorStatuses.js';
import type { Connector } from '../../src/core/index.js';

const connector = (id: string): Connector => ({ id, name: id, definition: { id: 'd', slug: null, name: 'D' }, createdAt: null, updatedAt: null });
const task = { pending: false, leaving: false, failure: null, check: null };

it('reads the list again soon while what was disconnected is in it, and only then', () => {
  const tasks = { gone: { ...task, leaving: true }, here: task };
  expect(untilGone(tasks, [connector('here'), connector('gone')])).toBe(3_000);
  expect(untilGone(tasks, [connector('here')])).toBe(false);
  expect(untilGone({}, [connector('gone')])).toBe(false);
  expect(untilGone(tasks, undefined)).toBe(false);
});
