import { type CallbackParams, publicAttemptId } from '../core/index.js';

/** What a callback page hands to whoever holds the attempt. */
export interface RelayedCallback {
  /** The whole `ack_state`. */
  state: string;
  params: CallbackParams;
}

/**
 * Relayed callbacks of one attempt that are still to be tried. A state comes once, however often it is said: one that the backend does not
 * hold was made up, and one that it holds is tried until the backend has an answer.
 */
export function createRelayedParams(attemptId: string) {
  const waiting = new Map<string, CallbackParams>();
  const seen = new Set<string>();
  return {
    /** True when it is to be tried. */
    add({ state, params }: RelayedCallback): boolean {
      if (waiting.has(state)) return true;
      if (publicAttemptId(state) !== attemptId || seen.has(state)) return false;
      seen.add(state);
      waiting.set(state, params);
      return true;
    },
    next(): RelayedCallback | null {
      const [first] = waiting;
      return first === undefined ? null : { state: first[0], params: first[1] };
    },
    done: (state: string) => void waiting.delete(state),
  };
}
