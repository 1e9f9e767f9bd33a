import { afterEach, expect, it, vi } from 'vitest';
import { memoryStore, type Store } from '../../src/server/index.js';
import { tryLease } from '../../src/server/lease.js';

afterEach(() => {
  vi.useRealTimers();
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

it('renews and ends in one step where the store has it: between a look and a step the key could become another holder’s', async () => {
  vi.useFakeTimers({ now: 0 });
  const inner = memoryStore();
  const store: Store = { ...inner, get: () => Promise.reject(new Error('It looked.')), delete: () => Promise.reject(new Error('It looked.')) };
  const release = await tryLease(store, 'key');
  await vi.advanceTimersByTimeAsync(58_000);
  expect(await inner.get('key')).not.toBeNull();
  await release?.();
  expect(await inner.get('key')).toBeNull();
});

it('renews its own key while it works, and not that of another holder', async () => {
  vi.useFakeTimers({ now: 0 });
  const store = memoryStore();
  const release = await tryLease(store, 'key');
  await vi.advanceTimersByTimeAsync(29_000);
  const token = await store.get('key');
  await vi.advanceTimersByTimeAsync(29_000);
  expect(token).not.toBeNull();
  expect(await store.get('key')).toBe(token);
  await store.set('key', 'another', 10);
  await vi.advanceTimersByTimeAsync(11_000);
  expect(await store.get('key')).toBeNull();
  await release?.();
});

it('renews and ends its key also in a store of the four calls alone, after a look', async () => {
  vi.useFakeTimers({ now: 0 });
  const { get, set, setIfAbsent, delete: remove } = memoryStore();
  const store: Store = { get, set, setIfAbsent, delete: remove };
  const release = await tryLease(store, 'key');
  await vi.advanceTimersByTimeAsync(58_000);
  expect(await store.get('key')).not.toBeNull();
  await release?.();
  expect(await store.get('key')).toBeNull();
  const late = await tryLease(store, 'key');
  await store.set('key', 'another', 30);
  await late?.();
  expect(await store.get('key')).toBe('another');
});
