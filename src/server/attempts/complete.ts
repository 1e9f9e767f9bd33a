import { wire } from '../../backend/index.js';
import { type AttemptOutcome, type CallbackParams, ConnectError, type Connector, publicAttemptId, toConnectError } from '../../core/index.js';
import { json } from '../answer.js';
import { readBody } from '../body.js';
import type { Call } from '../call.js';
import { announce } from '../connected.js';
import { refusedButLeft } from '../creates/handOver.js';
import { takePlace, vacate } from '../creates/place.js';
import { requireNotDeparted } from '../departed.js';
import { reportError } from '../reportError.js';
import type { Attempt, StartPage } from './attempt.js';
import { attemptStore } from './attemptStore.js';
import { finishedCookie, readAttempt } from './browserAttempts.js';
import { judgedParams } from './callbackParams.js';
import { hashState } from './hashState.js';
import { connectorOf, isPassing, type OpenAttempt, opened } from './judge.js';
import { removeEnded } from './leftover.js';
import { refuse, refuseOtherUser, refuseWithoutCookie } from './refuse.js';
import { openTicket } from './ticket.js';

type AnyCall = Call<string | null>;

/**
 * Bytes of a callback: a ticket, and parameters of any length that Airbyte writes. Few, since nobody needs to be signed in; there is no
 * limit of requests here, because one that strangers share would let one of them keep everybody's callbacks out.
 */
const MAX_BYTES = 32 * 1024;

/**
 * `POST /attempts/complete`: the callback page hands over what it read. Both the whole state and the cookie it names are needed; whoever
 * is signed in must be the attempt's user, or nobody (bearer hosts send no session here, and strict cookies stay at home). A page on
 * another site brings its ticket instead of the cookie.
 */
export async function completeAttempt(call: AnyCall): Promise<Response> {
  const { outcome, cookie } = await completed(call, await readBody(call.request, wire.requests.completeAttempt, { maxBytes: MAX_BYTES }));
  const response = json(outcome);
  if (cookie !== null) response.headers.append('set-cookie', cookie);
  return response;
}

export interface Completion {
  outcome: AttemptOutcome;
  /** Takes the place of the attempt's; null while that stays, and for a ticket. */
  cookie: string | null;
  /** Where the handler's own callback ends it. */
  page: StartPage | undefined;
}

/** Completes with what came back. @throws {ConnectError} `attempt_unknown`, `attempt_foreign`, `attempt_expired`, `attempt_replaced`, and what may pass */
export async function completed(
  call: AnyCall,
  { state, params: given, ticket }: { state: string; params: CallbackParams; ticket?: string | undefined },
): Promise<Completion> {
  const params = judgedParams(given);
  const attemptId = publicAttemptId(state);
  if (attemptId === null) throw new ConnectError('attempt_unknown', 'The callback has no state of ours.');
  const stateHash = await hashState(state);
  const held = ticket === undefined ? await readAttempt(call, attemptId) : await openTicket(call, attemptId, ticket);
  if (held === null) return refuseWithoutCookie(call, { attemptId, stateHash }, params);
  if (held.stateHash !== stateHash) return refuse(call, attemptId, 'attempt_unknown', params);
  if (call.userId !== null && call.userId !== held.userId) return refuseOtherUser(call, held.kind === 'attempt' ? held : null, attemptId, params);
  const outcome = held.kind === 'finished' ? held.outcome : await completeOnce(call, held, params);
  const { userId, page } = held;
  const cookie =
    outcome.status === 'pending' || ticket !== undefined ? null : await finishedCookie(call, { kind: 'finished', attemptId, userId, stateHash, outcome, page });
  return { outcome, cookie, page };
}

/** One completes; whoever comes meanwhile gets its answer, or the next turn when it failed in passing. */
async function completeOnce(call: AnyCall, attempt: Attempt, params: CallbackParams): Promise<AttemptOutcome> {
  const store = attemptStore(call);
  const { attemptId } = attempt;
  const release = await store.turn(attemptId);
  if (release === null) return (await store.outcome(attemptId)) ?? { status: 'pending' };
  try {
    const outcome = (await store.outcome(attemptId)) ?? (await settle(call, attempt, params));
    await store.finish(attemptId, outcome);
    return outcome;
  } finally {
    await release();
  }
}

/** @throws what may pass: then the attempt stays open */
async function settle(call: AnyCall, attempt: Attempt, params: CallbackParams): Promise<AttemptOutcome> {
  const open = await opened(attemptStore(call), attempt);
  const outcome =
    open === null
      ? failed(call, new ConnectError('attempt_expired', 'The inputs of the attempt are no longer in the store.'))
      : await connectedOrFailed(call, open, params);
  const code = outcome.status === 'failed' ? outcome.error.code : null;
  const { attemptId, definitionId, userId } = attempt;
  call.report.event({
    type: 'attempt_completed',
    requestId: call.requestId,
    userId,
    attemptId,
    definitionId,
    outcome: code === null ? 'connected' : 'failed',
    code,
  });
  return outcome;
}

async function connectedOrFailed(call: AnyCall, attempt: OpenAttempt, params: CallbackParams): Promise<AttemptOutcome> {
  const { attemptId, userId } = attempt;
  try {
    await requireNotDeparted(call, userId, attempt.startedAt);
    const connector = await connectorOf(call, attempt, params);
    await requireNotDeparted(call, userId, attempt.startedAt);
    const replaces = await placeOf(call, attempt, connector);
    await announce(call, { userId, connector, attemptId, replaces });
    if (replaces === undefined) return { status: 'connected', connector };
    await vacate({ ...call, userId }, replaces);
    return { status: 'connected', connector, replaces };
  } catch (thrown) {
    if (isPassing(thrown)) throw thrown;
    const error = toConnectError(thrown);
    reportError(call, userId, error);
    await removeEnded(call, { ...attempt, notedIds: attempt.inputs.notedIds }, params, error.code);
    const left = error.code === 'credentials_refused' ? await attemptStore(call).made(attemptId) : null;
    return failed(call, left === null ? error : refusedButLeft(error, left.id, error));
  }
}

/** The id whose place the new one has taken. A check that fails in passing takes none: both stay, and the page tries the new one again. */
async function placeOf(call: AnyCall, { inputs: { replaces }, attemptId, userId }: OpenAttempt, connector: Connector): Promise<string | undefined> {
  if (replaces === undefined) return undefined;
  try {
    return await takePlace({ ...call, userId }, connector, { replaces, holder: attemptId });
  } catch (error) {
    if (!isPassing(error)) throw error;
    reportError(call, userId, error);
    return undefined;
  }
}

const failed = ({ requestId }: AnyCall, error: ConnectError): AttemptOutcome => ({ status: 'failed', error: { ...error.toJSON(), requestId } });
