import { type CallbackParams, ConnectError, type ConnectErrorCode } from '../../core/index.js';
import type { Call } from '../call.js';
import { isCrossSite } from '../origins.js';
import type { Attempt, AttemptNote } from './attempt.js';
import { attemptStore } from './attemptStore.js';
import { opened } from './judge.js';
import { refused, removeEnded, removeLeftover } from './leftover.js';

type AnyCall = Call<string | null>;

/** Another browser, a cookie that is gone, or a forged state. What the store knows of the attempt decides what is said, and what is cleared away. */
export async function refuseWithoutCookie(
  call: AnyCall,
  { attemptId, stateHash }: { attemptId: string; stateHash: string },
  params: CallbackParams,
): Promise<never> {
  const note = await attemptStore(call).noted(attemptId);
  if (note === null || note.stateHash !== stateHash) return refuse(call, attemptId, 'attempt_foreign', params);
  const late = call.settings.now() > note.expiresAt;
  const code = late ? 'attempt_expired' : note.replaced ? 'attempt_replaced' : 'attempt_foreign';
  // The callback page of a backend on another site always comes without one: the holder of the ticket finishes. That the start said so proves
  // nothing, since whoever starts can write any header: a callback page that is on our own site has no holder to wait for.
  if (code === 'attempt_foreign' && note.ticket === true && isCrossSite(call.request)) throw refusal(code);
  await clearAway(call, note, params, code);
  throw refusal(code);
}

/** What an open attempt has made is left to its own browser, and what is just being completed to whoever does. */
async function clearAway(call: AnyCall, note: AttemptNote, params: CallbackParams, code: ConnectErrorCode): Promise<void> {
  const release = code === 'attempt_foreign' ? null : await attemptStore(call).lease(note.attemptId);
  if (release === null) return removeLeftover(call, note, params, code);
  try {
    await removeEnded(call, note, params, code);
  } finally {
    await release();
  }
}

/** Somebody else is signed in than who started. */
export async function refuseOtherUser(call: AnyCall, attempt: Attempt | null, attemptId: string, params: CallbackParams): Promise<never> {
  const open = attempt === null ? null : await opened(attemptStore(call), attempt);
  if (open === null) return refuse(call, attemptId, 'attempt_foreign', params);
  await removeLeftover(call, { ...open, notedIds: open.inputs.notedIds }, params, 'attempt_foreign');
  throw refusal('attempt_foreign');
}

/** Refuses, tells the host, and clears nothing away: nothing was proved. */
export function refuse(call: AnyCall, attemptId: string, code: ConnectErrorCode, params: CallbackParams): never {
  refused(call, attemptId, code, params.connector_id ?? null);
  throw refusal(code);
}

const refusal = (code: ConnectErrorCode) =>
  new ConnectError(code, 'The callback does not belong to an attempt that this browser and this user started and that is still open.');
