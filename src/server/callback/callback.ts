import { type ConnectError, publicAttemptId, toConnectError } from '../../core/index.js';
import { completed } from '../attempts/complete.js';
import { isPassing } from '../attempts/judge.js';
import type { Call } from '../call.js';
import { reportError } from '../reportError.js';
import { callbackPage } from './page.js';
import { type Returned, readReturned, resumeQuery } from './resume.js';

type AnyCall = Call<string | null>;

/** The page waits this long before it asks again, and before it goes back where it could not close, in seconds. */
const RETRY_SECONDS = 5;
const BACK_SECONDS = 1;

/**
 * `GET /callback`: the consent comes back to the handler itself, so that what it brings meets no JavaScript. Needs the cookie, as the POST
 * does. Answers the page that tells the window which started and closes; a tab, which no script can close, goes back to the path that the
 * attempt was started with.
 */
export async function answerCallback(call: AnyCall): Promise<Response> {
  const returned = await readReturned(call);
  const { state, params } = returned;
  // Loaded again after its end: the page has taken everything out of the address.
  if (state === null && Object.values(params).every((value) => value === undefined))
    return callbackPage({ words: call.settings.callbackWords, says: 'nothing', status: 404 });
  const { outcome, cookie, page } = await completed(call, { state: state ?? '', params });
  const attemptId = publicAttemptId(state ?? '');
  if (outcome.status === 'pending' || attemptId === null) return waiting(call, returned, 202);
  const response = await callbackPage({
    words: call.settings.callbackWords,
    says: outcome.status,
    status: 200,
    tells: { attemptId, outcome: outcome.status, origin: page?.origin ?? null },
    next: page?.returnTo == null ? undefined : { seconds: BACK_SECONDS, url: `${page.origin ?? ''}${page.returnTo}` },
  });
  if (cookie !== null) response.headers.append('set-cookie', cookie);
  return response;
}

/** A person reads the answer, also to a request that was refused at the door. What may pass is tried again by the page itself; nobody is told of the rest. */
export async function answerFailure(call: AnyCall, thrown: unknown): Promise<Response> {
  const error: ConnectError = toConnectError(thrown);
  reportError(call, call.userId, thrown);
  if (isPassing(error)) return waiting(call, await readReturned(call), error.status);
  return callbackPage({ words: call.settings.callbackWords, says: 'foreign', status: error.status });
}

async function waiting(call: AnyCall, returned: Returned, status: number): Promise<Response> {
  const next = { seconds: RETRY_SECONDS, url: await resumeQuery(call, returned) };
  return callbackPage({ words: call.settings.callbackWords, says: 'waiting', status, next });
}
