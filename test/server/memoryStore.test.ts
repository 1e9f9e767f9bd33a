import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../src/server/index.js';
import { createClock } from './harness.js';

describe('memoryStore', () => {
  it('forgets a value when its seconds are over', async () => {
    const clock = createClock();
    const store = memoryStore(clock);
    await store.set('key', 'value', 10);
    clock.advance(9_999);
    expect(await store.get('key')).toBe('value');
    clock.advance(1);
    expect(await store.get('key')).toBeNull();
  });

  it('gives a free key to one caller only, and again when it is free again', async () => {
    const clock = createClock();
    const store = memoryStore(clock);
    expect(await Promise.all([store.setIfAbsent('lock', 'a', 5), store.setIfAbsent('lock', 'b', 5)])).toEqual([true, false]);
    expect(await store.get('lock')).toBe('a');
    await store.delete('lock');
    expect(await store.setIfAbsent('lock', 'c', 5)).toBe(true);
    clock.advance(5_000);
    expect(await store.setIfAbsent('lock', 'd', 5)).toBe(true);
  });

  it('drops what has expired before what is oldest when it is full', async () => {
    const clock = createClock();
    const store = memoryStore({ ...clock, maxEntries: 2 });
    await store.set('old', '1', 100);
    await store.set('short', '2', 1);
    clock.advance(2_000);
    await store.set('third', '3', 100);
    expect(await store.get('old')).toBe('1');
    await store.set('fourth', '4', 100);
    expect(await store.get('old')).toBeNull();
    expect(await store.get('fourth')).toBe('4');
  });
});
