import type { Store } from '../../src/server/index.js';

const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

/**
 * A process that is killed at its n-th step, counted over its calls to the store and to Airbyte: `before` the step has an effect, or
 * `after`, with nobody to hear the answer. Nothing it does later happens.
 */
export function killedAt(step: number, when: 'before' | 'after') {
  let steps = 0;
  let dead = false;
  async function play<T>(work: () => Promise<T>): Promise<T> {
    if (dead) return never<T>();
    steps += 1;
    if (steps !== step) {
      const answer = await work();
      return dead ? never<T>() : answer;
    }
    dead = true;
    if (when === 'after') await work();
    return never<T>();
  }
  return {
    isDead: () => dead,
    fetch:
      (fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
      (input, init) =>
        play(() => fetch(input, init)),
    store: (store: Store): Store => ({
      get: (key) => play(() => store.get(key)),
      set: (key, value, ttl) => play(() => store.set(key, value, ttl)),
      setIfAbsent: (key, value, ttl) => play(() => store.setIfAbsent(key, value, ttl)),
      delete: (key) => play(() => store.delete(key)),
    }),
    host: (work: () => void) => play(async () => work()),
  };
}
