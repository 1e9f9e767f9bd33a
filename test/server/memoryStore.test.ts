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

  it.each([
    ['entries', { maxEntries: 20 }, 'x'],
    ['characters', { maxCharacters: 3_000 }, 'x'.repeat(200)],
  ])('drops notes and inputs of sign-ins before locks, outcomes and creates when it has too many %s', async (_, bound, value) => {
    const store = memoryStore(bound);
    const kept = ['ack:lock:1', 'ack:outcome:1', 'ack:create:1', 'ack:create-lock:1', 'ack:taken:1', 'ack:place:1', 'ack:made:1'];
    for (const key of kept) await store.set(key, '1', 100);
    for (let index = 0; index < 100; index += 1) await store.set(`ack:${index % 2 === 0 ? 'attempt' : 'inputs'}:${index}`, value, 100);
    expect(await Promise.all(kept.map((key) => store.get(key)))).toEqual(kept.map(() => '1'));
    expect(await store.get('ack:attempt:0')).toBeNull();
    expect(await store.get('ack:inputs:99')).toBe(value);
  });

  it('counts what was deleted, written over and gone by as room', async () => {
    const clock = createClock();
    const store = memoryStore({ ...clock, maxCharacters: 100 });
    await store.set('first', '1', 1_000);
    for (let index = 0; index < 10; index += 1) {
      await store.set('over', 'x'.repeat(80), 1_000);
      await store.delete('over');
      await store.set(`short-${index}`, 'x'.repeat(80), 1);
      clock.advance(1_000);
      expect(await store.get(`short-${index}`)).toBeNull();
    }
    expect(await store.get('first')).toBe('1');
  });
});
