import { describe, expect, it } from 'vitest';
import { statusesOf, untilGone } from '../../src/blocks/connectorStatuses.js';
import type { Connector } from '../../src/core/index.js';

const connector = (id: string): Connector => ({ id, name: id, definition: { id: 'd', slug: null, name: 'D' }, createdAt: null, updatedAt: null });

/** When `gone` was disconnected. */
const SINCE = Date.UTC(2026, 0, 1);
const known = { tasks: {}, leaving: { gone: SINCE }, renaming: false };
const listed = (dataUpdatedAt: number, ...ids: string[]) => ({ data: ids.map(connector), dataUpdatedAt });

describe('a list that still holds what was disconnected', () => {
  it('is read again soon, and only while it does', () => {
    expect(untilGone(known, listed(SINCE, 'here', 'gone'))).toBe(3_000);
    expect(untilGone(known, listed(SINCE, 'here'))).toBe(false);
    expect(untilGone({ ...known, leaving: {} }, listed(SINCE, 'gone'))).toBe(false);
    expect(untilGone(known, { dataUpdatedAt: 0 })).toBe(false);
  });

  it('is read ever later, and no more after two minutes', () => {
    const reads = [];
    for (let read = SINCE, wait: number | false = 0; wait !== false; read += wait || 0) {
      wait = untilGone(known, listed(read, 'gone'));
      reads.push(wait);
    }
    expect(reads.slice(0, 4)).toEqual([3_000, 3_000, 3_000, 3_000]);
    expect(reads.slice(-3)).toEqual([15_000, 15_000, false]);
    expect(reads.length).toBeLessThan(20);
  });

  it('is not read while a new name in it is on its way', () => {
    expect(untilGone({ ...known, renaming: true }, listed(SINCE, 'gone'))).toBe(false);
  });
});

describe('a row that was disconnected', () => {
  it('is on its way out for two minutes, and stuck where a later look still finds it', () => {
    expect(statusesOf(known, SINCE + 119_999)).toMatchObject({ leavingIds: ['gone'], stuckIds: [] });
    expect(statusesOf(known, SINCE + 120_000)).toMatchObject({ leavingIds: [], stuckIds: ['gone'] });
  });
});
