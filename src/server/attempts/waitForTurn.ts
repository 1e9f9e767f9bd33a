import type { AttemptStore } from './attemptStore.js';

const STEP_MS = 100;
const STEPS = 100;

/** True when the caller holds the lock and may complete. False when another one, perhaps on another instance, has finished, or is not done after ten seconds. */
export async function waitForTurn(store: AttemptStore, attemptId: string): Promise<boolean> {
  for (let step = 0; step < STEPS; step += 1) {
    if (await store.lock(attemptId)) return true;
    if ((await store.outcome(attemptId)) !== null) return false;
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
  return false;
}
