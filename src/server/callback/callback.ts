import { type ConnectError, isConnectError, readCallbackAddress, toConnectError } from '../../core/index.js';
import { completed } from '../attempts/complete.js';
import { isPassing } from '../attempts/judge.js';
import type { Call } from '../call.js';
import { reportError } from '../reportError.js';
import { callbackPage } from './page.js';

type AnyCall = Call<string | null>;

/**
 * `GET /callback`: the consent comes back to the handler itself, so that what it brings meets no JavaScript. Needs the cookie, as the POST
 * does. Answers the page that tells the window which started, or sends back to the path that the attempt was started with.
 */
export async function answerCallback(call: AnyCall): Promise<Response> {
  const { state, attemptId, params } = readCallbackAddress(call.request.url);
  try {
    const { outcome, cookie, page } = await completed(call, { state: state ?? '', params });
    if (outcome.status === 'pending' || attemptId === null) return waiting(call, 202);
    const response =
      page?.returnTo == null
        ? await callbackPage({
            words: call.settings.callbackWords,
            says: outcome.status,
            status: 200,
            tells: { attemptId, outcome: outcome.status, origin: page?.origin ?? null },
          })
        : new Response(null, { status: 303, headers: { location: `${page.origin ?? ''}${page.returnTo}`, 'referrer-policy': 'no-referrer' } });
    if (cookie !== null) response.headers.append('set-cookie', cookie);
    return response;
  } catch (thrown) {
    return answerFailure(call, toConnectError(thrown));
  }
}

/** What may pass is tried again by the page itself; nobody is told of the rest, since it is nobody's here. */
function answerFailure(call: AnyCall, error: ConnectError): Promise<Response> {
  reportError(call, call.userId, error);
  if (isConnectError(error) && isPassing(error)) return waiting(call, error.status);
  return callbackPage({ words: call.settings.callbackWords, says: 'foreign', status: error.status, tells: null });
}

const waiting = ({ settings }: AnyCall, status: number) => callbackPage({ words: settings.callbackWords, says: 'waiting', status, tells: null });
