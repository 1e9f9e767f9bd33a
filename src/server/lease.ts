import type { Store } from './store.js';

/** A holder that died is missed after this. */
const LEASE_SECONDS = 30;
const RENEW_MS = 5_000;
/** A holder that hangs lets go after ten minutes: longer than its calls can take. */
const MAX_RENEWALS = 120;
const STEP_MS = 100;
/** Longer than a lease, so that whoever waits for a holder that died takes over by itself. */
const STEPS = 350;

/** Ends a lease. */
export type Release = () => Promise<void>;

/**
 * The key for one holder, renewed while it works. Null when somebody else holds it. A holder knows its key by a random value, and looks
 * before it renews or lets go; a store has no step that does both, so that a process which stands still for longer than the lease, just
 * between the look and the step, may end or prolong another one's.
 */
export async function tryLease(store: Store, key: string): Promise<Release | null> {
  const token = crypto.randomUUID();
  if (!(await store.setIfAbsent(key, token, LEASE_SECONDS))) return null;
  const isOurs = async () => (await store.get(key)) === token;
  let renewals = 0;
  const timer = setInterval(() => {
    renewals += 1;
    if (renewals > MAX_RENEWALS) return clearInterval(timer);
    // A store that fails now is asked again in a moment, and the work itself meets the failure.
    isOurs().then(
      (ours) => (ours ? store.set(key, token, LEASE_SECONDS) : clearInterval(timer)),
      () => undefined,
    );
  }, RENEW_MS);
  letGo(timer);
  return async () => {
    clearInterval(timer);
    if (await isOurs()) await store.delete(key);
  };
}

/** As `tryLease`, after waiting for the holder. Null when it is done, as `isDone` tells, or holds on for longer than anybody waits. */
export async function waitForLease(store: Store, key: string, isDone: () => Promise<boolean>): Promise<Release | null> {
  for (let step = 0; step < STEPS; step += 1) {
    const release = await tryLease(store, key);
    if (release !== null) return release;
    if (await isDone()) return null;
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
  return null;
}

/** A renewal keeps no process alive that has nothing else to do. Runtimes without such a call have no process to keep. */
function letGo(timer: unknown): void {
  if (typeof timer === 'object' && timer !== null && 'unref' in timer && typeof timer.unref === 'function') timer.unref();
}
