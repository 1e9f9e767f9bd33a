import {
  type AttemptOutcome,
  type CallOptions,
  type CompleteAttemptInput,
  ConnectError,
  type Connector,
  type ConnectorDefinition,
  type ConnectorValues,
  callbackUrlWithState,
  type StartedAttempt,
  toConnectError,
} from '../core/index.js';
import { type AttemptEnd, finishConsent } from './finishConsent.js';
import type { AirbytePattern, PatternClient } from './patterns/pattern.js';
import { randomState } from './randomState.js';

/** An attempt ends this long after its start, in milliseconds. */
const ATTEMPT_MS = 15 * 60_000;

export interface MemoryAttemptsOptions {
  client: PatternClient;
  pattern: AirbytePattern;
  workspaceName: () => Promise<string>;
  callbackUrl: () => Promise<string>;
  /** False in token mode: the state alone judges a `connector_id`. */
  canList: boolean;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Cryptographically random bytes. */
  random?: ((length: number) => Uint8Array) | undefined;
  onConnected: (connector: Connector) => void;
}

export interface StartMemoryAttempt {
  definition: ConnectorDefinition;
  name: string | undefined;
  values: ConnectorValues;
}

interface Attempt extends StartMemoryAttempt {
  state: string;
  startedAt: number;
  notedIds: ReadonlySet<string> | null;
  replaced: boolean;
  /** The first completion; repeats get its answer. */
  completion: Promise<AttemptOutcome> | null;
  /** Its answer, once there is one. */
  outcome: AttemptOutcome | null;
}

/** OAuth attempts held in memory, for a page that is its own opener. */
export interface MemoryAttempts {
  /** A new attempt of a definition replaces the one that is pending. @throws {ConnectError} whatever initiating throws */
  start(input: StartMemoryAttempt, options?: CallOptions): Promise<StartedAttempt>;
  /** @throws {ConnectError} `attempt_unknown` */
  get(attemptId: string): AttemptOutcome;
  /** @throws {ConnectError} `attempt_unknown`; `attempt_foreign` for a state that is not the attempt's, which it survives */
  complete(input: CompleteAttemptInput): Promise<AttemptOutcome>;
}

export function createMemoryAttempts(options: MemoryAttemptsOptions): MemoryAttempts {
  const { client, canList, now } = options;
  const attempts = new Map<string, Attempt>();

  function held(attemptId: string): Attempt {
    const attempt = attempts.get(attemptId);
    if (attempt === undefined) throw new ConnectError('attempt_unknown', 'No attempt of this id was started on this page.');
    return attempt;
  }

  function replacePending(definitionId: string): void {
    for (const attempt of attempts.values()) if (attempt.definition.id === definitionId && attempt.completion === null) attempt.replaced = true;
  }

  return {
    async start({ definition, name, values: { credentials: _unused, ...values } }, callOptions) {
      const workspace = await options.workspaceName();
      const { attemptId, state } = randomState(options.random);
      const startedAt = now();
      const notedIds = canList ? new Set((await client.listConnectors(workspace, undefined, callOptions)).map(({ id }) => id)) : null;
      const redirectUrl = callbackUrlWithState(await options.callbackUrl(), state);
      const { consentUrl } = await client.initiateOAuth(workspace, { definition, name, values, redirectUrl }, callOptions);
      replacePending(definition.id);
      attempts.set(attemptId, { definition, name, values, state, startedAt, notedIds, replaced: false, completion: null, outcome: null });
      return { attemptId, consentUrl, expiresAt: new Date(startedAt + ATTEMPT_MS).toISOString() };
    },

    get(attemptId) {
      const attempt = held(attemptId);
      if (attempt.outcome !== null) return attempt.outcome;
      const ended = attempt.completion === null ? endOf(attempt, now()) : undefined;
      return ended === undefined ? { status: 'pending' } : failed(new ConnectError(ended, 'The attempt ended before its consent came back.'));
    },

    async complete({ attemptId, state, params }) {
      const attempt = held(attemptId);
      if (attempt.state !== state) throw new ConnectError('attempt_foreign', 'The state of the callback is not the one that this attempt started with.');
      // Not tied to the caller's signal: the page that reports the callback may close, and the connector is made once.
      attempt.completion ??= completion(options, attempt, params);
      attempt.outcome = await attempt.completion;
      return attempt.outcome;
    },
  };
}

async function completion(options: MemoryAttemptsOptions, attempt: Attempt, params: CompleteAttemptInput['params']): Promise<AttemptOutcome> {
  const ended = endOf(attempt, options.now());
  try {
    const { client, pattern } = options;
    const { definition, name, values: settings, startedAt, notedIds } = attempt;
    const workspaceName = await options.workspaceName();
    const connector = await finishConsent({ client, pattern, workspaceName, definition, name, settings, startedAt, notedIds, ended, params });
    options.onConnected(connector);
    return { status: 'connected', connector };
  } catch (error) {
    return failed(toConnectError(error));
  }
}

function endOf({ replaced, startedAt }: Attempt, now: number): AttemptEnd | undefined {
  if (replaced) return 'attempt_replaced';
  return now >= startedAt + ATTEMPT_MS ? 'attempt_expired' : undefined;
}

const failed = (error: ConnectError): AttemptOutcome => ({ status: 'failed', error: error.toJSON() });
