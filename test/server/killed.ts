import type { Store } from '../../src/server/index.js';

const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

/**
 * A process that is killed at its n-th step, counted over its calls to the store and to Airbyte: `before` the step has an effect, or
 * `after`, with nobody to hear the answer. Nothing it does later happens.
 */
export function killedAt(step: number, when: 'before' | 'after') {
  let steps = 0;
  let running = 0;
  let dead = false;
  let tellGone: (() => void) | undefined;
  const gone = new Promise<void>((resolve) => {
    tellGone = resolve;
  });
  async function play<T>(work: () => Promise<T>): Promise<T> {
    if (dead) return never<T>();
    steps += 1;
    const isLast = steps === step;
    dead = isLast;
    running += 1;
    try {
      const answer = isLast && when === 'before' ? never<T>() : await work();
      return dead ? never<T>() : answer;
    } finally {
      running -= 1;
      if (dead && running === 0) tellGone?.();
    }
  }
  return {
    /** Resolves when it is dead, and what was on its way has come to its effect. */
    gone,
    fetch:
      (fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
      (input, init) =>
        play(() => fetch(input, init)),
    store: (store: Store): Store => ({
      get: (key) => play(() => store.get(key)),
      set: (key, value, ttl) => play(() => store.set(key, value, ttl)),
      setIfAbsent: (key, value, ttl) => play(() => store.setIfAbsent(key, value, ttl)),
      delete: (key) => play(() => store.delete(key)),
      renewIf: (key, value, ttl) => play(async () => store.renewIf?.(key, value, ttl) ?? false),
      deleteIf: (key, value) => play(async () => store.deleteIf?.(key, value) ?? false),
    }),
    host: (work: () => void) => play(async () => work()),
  };
}
