import { QueryClient } from '@tanstack/react-query';
import { act } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Connector } from '../../src/core/index.js';
import { useLeaving } from '../../src/hooks/useLeaving.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { renderInProvider } from './renderHook.js';

afterEach(() => vi.useRealTimers());

const MINUTE = 60_000;
const connector = (id: string): Connector => ({ id, name: id, definition: { id: 'd', slug: null, name: 'D' }, createdAt: null, updatedAt: null });

function draw() {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0, 1) });
  const queryClient = new QueryClient();
  const api = createSandbox().connectApi({ userId: 'ada' });
  const { result } = renderInProvider(() => useLeaving(), { api, queryClient, userKey: 'ada' });
  return {
    ids: () => Object.keys(result.current.leaving),
    leave: (id: string) => act(async () => result.current.leave(id)),
    list: (...ids: string[]) => queryClient.setQueryData(['ack', 'connectors', 'ada', 'list', {}], ids.map(connector)),
    pass: (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds),
  };
}

it('forgets a connector that has long left, with the next one that goes', async () => {
  const { ids, leave, list, pass } = draw();
  list('here');
  await leave('first');
  pass(9 * MINUTE);
  await leave('second');
  expect(ids()).toEqual(['first', 'second']);
  pass(2 * MINUTE);
  await leave('third');
  expect(ids()).toEqual(['second', 'third']);
});

it('keeps one that a list still names, however long ago it was disconnected', async () => {
  const { ids, leave, list, pass } = draw();
  list('stuck');
  await leave('stuck');
  pass(60 * MINUTE);
  await leave('next');
  expect(ids()).toEqual(['stuck', 'next']);
});
