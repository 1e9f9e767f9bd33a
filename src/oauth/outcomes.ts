import { at } from './at.js';
import { openChannel } from './messages.js';

/** Attempts that this page waits for, or has waited for: what becomes of them it hears by itself. */
const own = new Set<unknown>();

export const noteOwnAttempt = (attemptId: string): void => void own.add(attemptId);

/**
 * Calls `hear` when a sign-in of this origin has ended that this page knows nothing of: started before it was loaded anew, or elsewhere.
 * Answers how to stop.
 */
export function onOtherOutcome(hear: () => void): () => void {
  const channel = openChannel('');
  channel?.addEventListener('message', ({ data }) => at(data, 'type') === 'ack:outcome' && !own.has(at(data, 'attemptId')) && hear());
  return () => channel?.close();
}
