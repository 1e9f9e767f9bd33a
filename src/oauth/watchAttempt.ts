import { type AttemptOutcome, type ConnectApi, type ConnectError, toConnectError } from '../core/index.js';
import { type CallbackMessage, openChannel, type TakenMessage } from './messages.js';
import { createPoll, type PollCause } from './poll.js';
import { createRelayedParams, type RelayedCallback } from './relayedParams.js';
import { listen, onLookedAt, type WatchWindowOptions, watchWindow } from './windowSigns.js';

/** An attempt that is over. */
export type SettledOutcome = Exclude<AttemptOutcome, { status: 'pending' }>;

export interface WatchAttemptOptions extends Pick<WatchWindowOptions, 'handle' | 'onWindow'> {
  attemptId: string;
  api: Pick<ConnectApi, 'getAttempt' | 'completeAttempt'>;
  /** ISO 8601; from then on the attempt counts as expired, after asking once more. */
  expiresAt?: string | undefined;
  /** Of a backend on another site: what completes the attempt, with the state that a callback page relays. */
  ticket?: string | undefined;
  /** What a callback page in this tab left behind: it is completed first. */
  callback?: RelayedCallback | undefined;
  signal: AbortSignal;
  /** Ask before the first second is over: the person is back already. @default false */
  atOnce?: boolean | undefined;
  /** What made us ask when the attempt was over: a message, a look at the page, or only the poll. */
  onTold?: ((by: PollCause) => void) | undefined;
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined;
}

/**
 * Waits for an attempt to end. It asks the api (after 1 s, then ever more seldom, every 5 s at last), and at once when the callback page
 * says something, the tab is looked at again or the window seems closed. A message is only a hint to ask: first delivery counts. With
 * relayed parameters it completes instead of asking, until the api has an answer.
 * @throws {ConnectError} `aborted`, or what the api answers and a repeat will not mend
 */
export function watchAttempt(options: WatchAttemptOptions): Promise<SettledOutcome> {
  const { attemptId, signal, handle, onWindow, onTold, atOnce = false, callback } = options;
  return new Promise((resolve, reject) => {
    const relayed = createRelayedParams(attemptId);
    let expired = false;
    const settle = (end: () => void) => {
      for (const stop of stops.splice(0)) stop();
      end();
    };
    const over = (outcome: AttemptOutcome, by: PollCause) => {
      const last: AttemptOutcome = expired && outcome.status === 'pending' ? { status: 'failed', error: { code: 'attempt_expired' } } : outcome;
      if (last.status === 'pending' || signal.aborted) return;
      onTold?.(by);
      settle(() => resolve(last));
    };
    const fail = (error: ConnectError) => settle(() => reject(error));
    const poll = createPoll((by) =>
      askOrComplete(options, relayed).then(
        (outcome) => over(outcome, by),
        (thrown: unknown) => {
          const error = toConnectError(thrown);
          if (!error.retryable) fail(error);
          else over({ status: 'pending' }, by);
        },
      ),
    );
    const take = (given: RelayedCallback, by: PollCause) => {
      if (!relayed.add(given)) return;
      broadcast({ type: 'ack:taken', attemptId });
      poll.now(by);
    };
    const expire = () => {
      expired = true;
      poll.now('poll');
    };
    const stops = [
      poll.stop,
      listen(attemptId, (message, way) => (message.type === 'ack:params' ? take(message, way) : poll.now(way))),
      onLookedAt(() => poll.now('look')),
      watchWindow({ handle, onWindow, onSuspect: () => poll.now('look') }),
      atExpiry(options, expire),
      onAbort(signal, fail),
    ];
    if (callback !== undefined) take(callback, 'look');
    else if (atOnce) poll.now('look');
  });
}

/** A state that the api does not hold is somebody else's: it is ignored, and the attempt waits on. */
async function askOrComplete(
  { attemptId, api, signal, ticket }: WatchAttemptOptions,
  relayed: ReturnType<typeof createRelayedParams>,
): Promise<AttemptOutcome> {
  const next = relayed.next();
  if (next === null) return api.getAttempt(attemptId, { signal });
  try {
    const outcome = await api.completeAttempt({ attemptId, ...next, ...(ticket === undefined ? {} : { ticket }) }, { signal });
    relayed.done(next.state);
    if (outcome.status !== 'pending') broadcast({ type: 'ack:outcome', attemptId, outcome: outcome.status });
    return outcome;
  } catch (thrown) {
    const { code } = toConnectError(thrown);
    if (code !== 'attempt_foreign' && code !== 'attempt_unknown') throw thrown;
    relayed.done(next.state);
    return { status: 'pending' };
  }
}

/** Says it on the attempt's channel. */
function broadcast(message: CallbackMessage | TakenMessage): void {
  const channel = openChannel(message.attemptId);
  channel?.postMessage(message);
  channel?.close();
}

/** A late success counts: the api is asked once more before the attempt is called expired. */
function atExpiry({ expiresAt, now = Date.now }: WatchAttemptOptions, expire: () => void): () => void {
  if (expiresAt === undefined) return () => undefined;
  const timer = setTimeout(expire, Math.max(0, Date.parse(expiresAt) - now()));
  return () => clearTimeout(timer);
}

function onAbort(signal: AbortSignal, fail: (error: ConnectError) => void): () => void {
  const abort = () => fail(toConnectError(new DOMException('The sign-in is no longer waited for.', 'AbortError')));
  if (signal.aborted) queueMicrotask(abort);
  signal.addEventListener('abort', abort);
  return () => signal.removeEventListener('abort', abort);
}
