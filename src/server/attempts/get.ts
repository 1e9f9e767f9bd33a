import { type AttemptOutcome, ConnectError } from '../../core/index.js';
import { json } from '../answer.js';
import { type Call, param } from '../call.js';
import type { Attempt, AttemptNote } from './attempt.js';
import { attemptStore } from './attemptStore.js';
import { readAttempt } from './browserAttempts.js';

/** `GET /attempts/{attemptId}`: for the opener that polls. Needs the attempt's cookie, or that it has a ticket, and its user. */
export async function getAttempt(call: Call): Promise<Response> {
  const attemptId = param(call, 'attemptId');
  const store = attemptStore(call);
  const held = await readAttempt(call, attemptId);
  if (held?.kind === 'finished' && held.userId === call.userId) return json(held.outcome);
  if (held?.kind === 'attempt' && held.userId === call.userId) return json((await store.outcome(attemptId)) ?? standing(call, held) ?? { status: 'pending' });
  // Browsers drop a cookie at its end, so only the store can still tell why it is gone.
  const note = held === null ? await store.noted(attemptId) : null;
  const ended = note?.userId === call.userId ? standing(call, note) : null;
  if (ended !== null) return json(ended);
  // Its holder finishes it and so hears how it ended; until then there is nothing to tell.
  if (note?.userId === call.userId && note.ticket === true) return json((await store.outcome(attemptId)) ?? { status: 'pending' });
  throw new ConnectError('attempt_unknown', 'This browser and this user hold no attempt of that id.');
}

/** How an attempt that nobody completed has ended; null while it may still be. */
function standing({ settings, requestId }: Call, attempt: Attempt | AttemptNote): AttemptOutcome | null {
  const code = settings.now() > attempt.expiresAt ? 'attempt_expired' : 'replaced' in attempt && attempt.replaced ? 'attempt_replaced' : null;
  return code === null ? null : { status: 'failed', error: { code, requestId } };
}
