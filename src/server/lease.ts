import { letGo } from './letGo.js';
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
 * The key for one holder, renewed while it works. Null when somebody else holds it. A holder knows its key by a random value, and renews
 * and ends only what holds it.
 */
export async function tryLease(store: Store, key: string): Promise<Release | null> {
  const token = crypto.randomUUID();
  if (!(await store.setIfAbsent(key, token, LEASE_SECONDS))) return null;
  let renewals = 0;
  const timer = setInterval(() => {
    renewals += 1;
    if (renewals > MAX_RENEWALS) return clearInterval(timer);
    // A store that fails now is asked again in a moment, and the work itself meets the failure.
    renew(store, key, token).then(
      (ours) => (ours ? undefined : clearInterval(timer)),
      () => undefined,
    );
  }, RENEW_MS);
  letGo(timer);
  return async () => {
    clearInterval(timer);
    await end(store, key, token);
  };
}

/** Whether the key was still ours. A store without the one step is looked at first: see `Store`. */
async function renew(store: Store, key: string, token: string): Promise<boolean> {
  if (store.renewIf !== undefined) return store.renewIf(key, token, LEASE_SECONDS);
  if ((await store.get(key)) !== token) return false;
  await store.set(key, token, LEASE_SECONDS);
  return true;
}

async function end(store: Store, key: string, token: string): Promise<void> {
  if (store.deleteIf !== undefined) await store.deleteIf(key, token);
  else if ((await store.get(key)) === token) await store.delete(key);
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
