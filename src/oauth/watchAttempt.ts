import { type AttemptOutcome, type ConnectApi, type ConnectError, type ConsentWindow, publicAttemptId, toConnectError } from '../core/index.js';
import type { ConsentWindowHandle } from './consentWindow.js';
import { broadcast, type CallbackMessage, channelName, readCallbackMessage } from './messages.js';
import { createPoll } from './poll.js';

/** How long a window must look closed before that is said, in milliseconds: a page with COOP looks closed while it loads. */
const CLOSED_GRACE_MS = 2_000;
const WINDOW_CHECK_MS = 500;

/** An attempt that is over. */
export type SettledOutcome = Exclude<AttemptOutcome, { status: 'pending' }>;

export interface WatchAttemptOptions {
  attemptId: string;
  api: Pick<ConnectApi, 'getAttempt' | 'completeAttempt'>;
  /** ISO 8601; from then on the attempt counts as expired, after asking once more. */
  expiresAt?: string | undefined;
  /** The sign-in window of the moment: it may be opened anew while the attempt runs. */
  handle: () => ConsentWindowHandle | null;
  signal: AbortSignal;
  /** Ask before the first second is over: the person is back already. @default false */
  atOnce?: boolean | undefined;
  /** How the window seems to be doing. A hint, never a verdict. */
  onWindow?: ((window: Exclude<ConsentWindow, 'blocked'>) => void) | undefined;
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined;
}

/**
 * Waits for an attempt to end. It asks the api (after 1 s, then ever more seldom, every 5 s at last), and at once when the callback page
 * says something, the tab is looked at again or the window seems closed. A message is only a hint to ask: first delivery counts.
 * @throws {ConnectError} `aborted`, or what the api answers and a repeat will not mend
 */
export function watchAttempt(options: WatchAttemptOptions): Promise<SettledOutcome> {
  const { attemptId, api, signal, handle, onWindow, expiresAt, atOnce = false, now = Date.now } = options;
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      for (const stop of stops.splice(0)) stop();
      end();
    };
    const over = (outcome: AttemptOutcome) => outcome.status !== 'pending' && settle(() => resolve(outcome));
    const fail = (error: ConnectError) => settle(() => reject(error));
    const ask = () =>
      api.getAttempt(attemptId, { signal }).then(over, (error: unknown) => void (toConnectError(error).retryable || fail(toConnectError(error))));
    const poll = createPoll(ask);
    const complete = createCompleter({ attemptId, api, signal, over, fail });
    const stops = [
      poll.stop,
      listen(attemptId, (message) => (message.type === 'ack:params' ? complete(message) : poll.now())),
      onLookedAt(poll.now),
      watchWindow({ handle, onWindow, onSuspect: poll.now }),
      atExpiry({ expiresAt, now, ask, over }),
      onAbort(signal, fail),
    ];
    if (atOnce) poll.now();
  });
}

interface CompleterOptions extends Pick<WatchAttemptOptions, 'attemptId' | 'api' | 'signal'> {
  over: (outcome: AttemptOutcome) => void;
  fail: (error: ConnectError) => void;
}

/** Completes with relayed parameters, once per state. A state that the api does not hold is somebody else's: it is ignored. */
function createCompleter({ attemptId, api, signal, over, fail }: CompleterOptions) {
  const consumed = new Set<string>();
  return ({ state, params }: Extract<CallbackMessage, { type: 'ack:params' }>) => {
    if (publicAttemptId(state) !== attemptId || consumed.has(state)) return;
    consumed.add(state);
    const finished = (outcome: AttemptOutcome) => {
      if (outcome.status !== 'pending') broadcast({ type: 'ack:outcome', attemptId, outcome: outcome.status });
      over(outcome);
    };
    api.completeAttempt({ attemptId, state, params }, { signal }).then(finished, (thrown: unknown) => {
      const error = toConnectError(thrown);
      if (error.retryable) consumed.delete(state);
      else if (error.code !== 'attempt_foreign' && error.code !== 'attempt_unknown') fail(error);
    });
  };
}

function listen(attemptId: string, onMessage: (message: CallbackMessage) => void): () => void {
  const hear = ({ data, origin }: MessageEvent) => {
    const message = origin === window.location.origin ? readCallbackMessage(data, attemptId) : null;
    if (message !== null) onMessage(message);
  };
  const channel = new BroadcastChannel(channelName(attemptId));
  channel.addEventListener('message', hear);
  window.addEventListener('message', hear);
  return () => {
    channel.close();
    window.removeEventListener('message', hear);
  };
}

function onLookedAt(look: () => void): () => void {
  const visible = () => document.visibilityState === 'visible' && look();
  document.addEventListener('visibilitychange', visible);
  window.addEventListener('focus', look);
  return () => {
    document.removeEventListener('visibilitychange', visible);
    window.removeEventListener('focus', look);
  };
}

function watchWindow({ handle, onWindow, onSuspect }: Pick<WatchAttemptOptions, 'handle' | 'onWindow'> & { onSuspect: () => void }): () => void {
  let closedFor = 0;
  const timer = setInterval(() => {
    const gone = handle()?.closed === true;
    if (!gone && closedFor >= CLOSED_GRACE_MS) onWindow?.('open');
    closedFor = gone ? closedFor + WINDOW_CHECK_MS : 0;
    if (closedFor === WINDOW_CHECK_MS) onSuspect();
    if (closedFor === CLOSED_GRACE_MS) onWindow?.('maybe_closed');
  }, WINDOW_CHECK_MS);
  return () => clearInterval(timer);
}

interface ExpiryOptions extends Pick<WatchAttemptOptions, 'expiresAt'> {
  now: () => number;
  ask: () => Promise<unknown>;
  over: (outcome: AttemptOutcome) => void;
}

/** A late success counts: the api is asked once more before the attempt is called expired. */
function atExpiry({ expiresAt, now, ask, over }: ExpiryOptions): () => void {
  if (expiresAt === undefined) return () => undefined;
  const timer = setTimeout(
    () => void ask().finally(() => over({ status: 'failed', error: { code: 'attempt_expired' } })),
    Math.max(0, Date.parse(expiresAt) - now()),
  );
  return () => clearTimeout(timer);
}

function onAbort(signal: AbortSignal, fail: (error: ConnectError) => void): () => void {
  const abort = () => fail(toConnectError(new DOMException('The sign-in is no longer waited for.', 'AbortError')));
  if (signal.aborted) queueMicrotask(abort);
  signal.addEventListener('abort', abort);
  return () => signal.removeEventListener('abort', abort);
}
