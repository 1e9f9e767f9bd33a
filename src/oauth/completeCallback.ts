import type { CallbackParams } from '../core/attempt.js';
import { readCallbackAddress } from '../core/callback.js';
import { at, textAt } from './at.js';
import { type ParamsMessage, tellOpener } from './messages.js';
import { passReturn } from './returnPoint.js';

/** Options of `runCallbackPage`. */
export interface CompleteCallbackOptions {
  /** Base path or address of the handler; null when the opener completes (token mode, the sandbox in a page). */
  endpoint: string | null;
  /** The callback's address. @default location.href */
  href?: string | undefined;
  /** @default fetch */
  fetch?: typeof fetch | undefined;
  /** @default window */
  page?: Window | undefined;
}

/** What the callback page shows. */
export interface CallbackResult {
  /** `relayed`: the window that started the sign-in finishes it. `nothing`: the address carried no sign-in. */
  status: 'connected' | 'failed' | 'relayed' | 'nothing';
  /** A `ConnectErrorCode`, of `failed`. */
  code?: string | undefined;
  requestId?: string | undefined;
  connectorName?: string | undefined;
  serviceName?: string | undefined;
  /** Where the tab goes on after a sign-in without a window: a path of this origin. */
  returnTo?: string | undefined;
}

/** How long to look for somebody who finishes the sign-in, and for that to end, in milliseconds. */
const FIND_MS = 8_000;
const FINISH_MS = 60_000;

// One run per attempt, and per page address for the second effect of a StrictMode page, which finds a clean address bar.
const runs: Record<string, Promise<CallbackResult>> = Object.create(null);

/**
 * Finishes a sign-in on the callback page: cleans the address bar before anything else, asks the backend to complete (or relays to the
 * opener), and tells the opener. Called twice it finishes once. It never rejects: a failure is a result.
 * @example const { status, code } = await completeCallback({ endpoint: '/api/airbyte' });
 */
export function completeCallback({
  endpoint,
  fetch: send = fetch,
  page = window,
  href = page.location.href,
}: CompleteCallbackOptions): Promise<CallbackResult> {
  const { state, attemptId, params, cleanUrl } = readCallbackAddress(href);
  // First of all: parameters must not stay where scripts, referrers and history see them.
  page.history.replaceState(page.history.state, '', cleanUrl);
  const key = attemptId ?? cleanUrl;
  const run = runs[key] ?? (attemptId && state ? finish({ attemptId, state, params }, endpoint, send, page) : withoutAttempt(params));
  runs[key] = run;
  runs[cleanUrl] = run;
  return run;
}

const withoutAttempt = async (params: CallbackParams): Promise<CallbackResult> =>
  JSON.stringify(params) === '{}' ? { status: 'nothing' } : failed('attempt_unknown');

type Callback = Omit<ParamsMessage, 'type'>;
type Answer = CallbackResult & { status: 'connected' | 'failed' | 'relayed' };

const failed = (code: string, requestId?: string): Answer => ({ status: 'failed', code, requestId });

async function finish(callback: Callback, endpoint: string | null, send: typeof fetch, page: Window): Promise<CallbackResult> {
  const { attemptId, ...read } = callback;
  const { returnTo, holds } = passReturn(attemptId, read);
  // In the same tab the page that is led back to holds what completes it.
  if (holds) return { status: 'relayed', returnTo };
  const result: Answer = endpoint === null ? failed('attempt_foreign') : await complete(endpoint, send, JSON.stringify(read));
  const { status: outcome, code } = result;
  if (code !== 'attempt_foreign') {
    if (outcome !== 'relayed') tellOpener({ type: 'ack:outcome', attemptId, outcome }, page)?.close();
  } else if (!returnTo && (await relay({ type: 'ack:params', ...callback }, page))) return { status: 'relayed' };
  return { ...result, returnTo };
}

/** Hands the parameters to whoever holds the attempt. Not true: nobody here has finished it in time, so it was started elsewhere. */
function relay(message: ParamsMessage, page: Window): Promise<true | undefined> {
  return new Promise((resolve) => {
    const channel = tellOpener(message, page);
    const end = (finished?: true) => {
      channel?.close();
      resolve(finished);
    };
    let timer = setTimeout(end, FIND_MS);
    // The channel is this attempt's alone, and this origin's: all else that is said there is that somebody has begun.
    channel?.addEventListener('message', ({ data }) => {
      clearTimeout(timer);
      if (at(data, 'outcome')) end(true);
      else timer = setTimeout(end, FINISH_MS);
    });
  });
}

/**
 * Asks the backend to complete. While it is down, or a proxy answers in its place, this is repeated after 1, 2, 4, 8 and 16 s: the parameters
 * are nowhere but here, and a state completes once however often it is sent. What may pass is 429 and 5xx: a failure for good has another status.
 */
async function complete(endpoint: string, send: typeof fetch, body: string): Promise<Answer> {
  for (let wait = 1_000; ; wait *= 2) {
    const answer = await send(`${endpoint.replace(/\/+$/, '')}/attempts/complete`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'ack-wire': '1' },
      body,
      credentials: 'include',
    }).catch(nothing);
    if (wait > 20_000 || (answer && answer.status < 429)) return readAnswer(await answer?.json().catch(nothing));
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

/** Nobody answered, or with something else than JSON: what is said of it is chosen where it is missing. */
const nothing = () => null;

/** By hand, since this page loads no schemas: `{ status, connector?, error? }`, or `{ error }` of a refusal. */
function readAnswer(body: unknown): Answer {
  const status = at(body, 'status');
  const connector = at(body, 'connector');
  if (status === 'connected') return { status, connectorName: textAt(connector, 'name'), serviceName: textAt(at(connector, 'definition'), 'name') };
  if (status === 'pending') return { status: 'relayed' };
  const error = at(body, 'error');
  return failed(textAt(error, 'code') ?? (navigator.onLine ? 'backend_unavailable' : 'network_unavailable'), textAt(error, 'requestId'));
}
