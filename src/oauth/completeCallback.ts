import type { CallbackParams } from '../core/attempt.js';
import { readCallbackAddress } from '../core/callback.js';
import { at } from './at.js';
import { type CallbackMessage, channelName, tellOpener } from './messages.js';
import { passReturn } from './returnPoint.js';

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

/** How long a relayed sign-in may take, in milliseconds. */
const RELAY_MS = 8_000;

// One run per attempt, and per page address for the second effect of a StrictMode page, which finds a clean address bar.
const runs = new Map<string, Promise<CallbackResult>>();

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
  if (cleanUrl !== href) page.history.replaceState(page.history.state, '', cleanUrl);
  const known = runs.get(attemptId ?? cleanUrl);
  if (known !== undefined) return known;
  const run = state === null || attemptId === null ? Promise.resolve(withoutAttempt(params)) : finish({ state, attemptId, params, endpoint, send, page });
  if (attemptId !== null) runs.set(attemptId, run);
  runs.set(cleanUrl, run);
  return run;
}

const withoutAttempt = (params: CallbackParams): CallbackResult =>
  Object.values(params).some((value) => value !== undefined) ? { status: 'failed', code: 'attempt_unknown' } : { status: 'nothing' };

interface FinishInput {
  state: string;
  attemptId: string;
  params: CallbackParams;
  endpoint: string | null;
  send: typeof fetch;
  page: Window;
}

async function finish({ state, attemptId, params, endpoint, send, page }: FinishInput): Promise<CallbackResult> {
  const returnTo = passReturn(attemptId) ?? undefined;
  const result: CallbackResult =
    endpoint === null ? { status: 'failed', code: 'attempt_foreign' } : await complete({ endpoint, send, body: JSON.stringify({ state, params }) });
  if (result.code === 'attempt_foreign') {
    const message: CallbackMessage = { type: 'ack:params', attemptId, state, params };
    if (returnTo === undefined) return (await relay(message, page)) ? { status: 'relayed' } : result;
    // In the same tab mostly nobody is left who could finish it, so nobody is waited for.
    tellOpener(message, page);
    return { ...result, returnTo };
  }
  if (result.status === 'connected' || result.status === 'failed') tellOpener({ type: 'ack:outcome', attemptId, outcome: result.status }, page);
  return { ...result, returnTo };
}

/** Hands the parameters to whoever holds the attempt. False: nobody here has finished it in time, so it was started elsewhere. */
function relay(message: CallbackMessage, page: Window): Promise<boolean> {
  return new Promise((resolve) => {
    const channel = new BroadcastChannel(channelName(message.attemptId));
    const end = (finished: boolean) => {
      channel.close();
      resolve(finished);
    };
    setTimeout(end, RELAY_MS, false);
    channel.onmessage = ({ data }) => {
      // The channel is this attempt's alone, and this origin's.
      if (at(data, 'type') === 'ack:outcome') end(true);
    };
    tellOpener(message, page);
  });
}

async function complete({ endpoint, send, body }: { endpoint: string; send: typeof fetch; body: string }): Promise<CallbackResult> {
  try {
    const answer = await send(`${endpoint.replace(/\/+$/, '')}/attempts/complete`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'ack-wire': '1' },
      body,
      credentials: 'include',
      cache: 'no-store',
    });
    return readAnswer(await answer.json());
  } catch (error) {
    // Only the code crosses: `fetch` rejects with a TypeError, a body that is no JSON with a SyntaxError.
    return { status: 'failed', code: error instanceof SyntaxError ? 'upstream_invalid' : 'network_unavailable' };
  }
}

/** By hand, since this page loads no schemas: `{ status, connector?, error? }`, or `{ error }` of a refusal. */
function readAnswer(body: unknown): CallbackResult {
  const connector = at(body, 'connector');
  const error = at(body, 'error');
  if (at(body, 'status') === 'connected')
    return { status: 'connected', connectorName: text(at(connector, 'name')), serviceName: text(at(at(connector, 'definition'), 'name')) };
  if (at(body, 'status') === 'pending') return { status: 'relayed' };
  return { status: 'failed', code: text(at(error, 'code')) ?? 'upstream_invalid', requestId: text(at(error, 'requestId')) };
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
