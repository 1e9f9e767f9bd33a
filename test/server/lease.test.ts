import { afterEach, expect, it, vi } from 'vitest';
import { memoryStore } from '../../src/server/index.js';
import { tryLease } from '../../src/server/lease.js';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('keeps no process alive that has nothing else to do', async () => {
  const set = vi.spyOn(globalThis, 'setInterval');
  const release = await tryLease(memoryStore(), 'key');
  const [timer] = set.mock.results.map(({ value }) => value);
  expect(timer.hasRef()).toBe(false);
  await release?.();
});

it('takes timers that are numbers, as on an edge runtime', async () => {
  const ended: unknown[] = [];
  vi.stubGlobal('setInterval', () => 7);
  vi.stubGlobal('clearInterval', (timer: unknown) => void ended.push(timer));
  const release = await tryLease(memoryStore(), 'key');
  await release?.();
  expect(ended).toEqual([7]);
});
