import {
  type AttemptOutcome,
  type CallbackParams,
  type ConnectApi,
  ConnectError,
  type ConnectErrorCode,
  type Connector,
  type ConnectorDefinitionDetail,
} from '../../../src/core/index.js';

const secret = { type: 'string', airbyte_secret: true };
const place = (properties: object) => ({ type: 'object', properties });
const inputs = place({ environment: place({ subdomain: { type: 'string' } }), credentials: place({ client_secret: secret }) });
const oauth = { key: 'oauth2', kind: 'oauth', label: 'Sign in', description: null, schema: inputs } as const;
const key = { key: 'apiKey', kind: 'key', label: 'Key', description: null, schema: place({ credentials: place({ api_key: secret }) }) } as const;
const define = (slug: string, ...methods: ConnectorDefinitionDetail['methods']) => ({
  id: `def-${slug}`,
  slug,
  name: slug,
  category: null,
  iconUrl: null,
  methods,
});
export const DEFINITIONS = [define('hubspot', oauth), define('stripe', key), define('zendesk', oauth, key)];

/** What nobody may find anywhere: typed values, tickets, states. */
export const MARK = 'marked';
const stateOf = (attemptId: string) => `${attemptId}.${`${MARK}-state`.padEnd(43, 'x')}`;
/** Short, so that a sequence can see the end of many. */
export const ATTEMPT_MS = 8_000;
/** The backend's clock is behind the page's: what has expired here may still end well there. */
const SKEW_MS = 6_000;

interface Attempt {
  definition: ConnectorDefinitionDetail;
  name: string;
  replaces: string | undefined;
  ticket: string | undefined;
  expiresAt: number;
  outcome: AttemptOutcome;
}

/** A call that has no answer yet. */
export interface HeldCall {
  method: string;
  answer(fault?: ConnectErrorCode): void;
}

export interface FakeBackendOptions {
  now: () => number;
  /** Whether a call is held back until somebody answers it. */
  holds: () => boolean;
  /** On another site: attempts come with tickets. */
  tickets: boolean;
  /** What a check finds. */
  verdict: () => 'verified' | 'unverified' | 'refused';
}

/** The port over a backend of a page that may be left: it outlives pages. Calls are answered late, out of order, or with a failure. */
export function createFakeBackend({ now, holds, tickets, verdict }: FakeBackendOptions) {
  const connectors = new Map<string, Connector>();
  const attempts = new Map<string, Attempt>();
  const held: HeldCall[] = [];
  const madeByKey: string[] = [];
  let count = 0;

  function call<T>(method: string, work: () => T, signal?: AbortSignal): Promise<T> {
    return new Promise((resolve, reject) => {
      const abort = () => answer('aborted');
      const answer = (fault?: ConnectErrorCode) => {
        signal?.removeEventListener('abort', abort);
        held.splice(held.indexOf(entry), held.includes(entry) ? 1 : 0);
        if (fault !== undefined) {
          reject(new ConnectError(fault, 'Planted.'));
          return;
        }
        try {
          resolve(work());
        } catch (error) {
          reject(error);
        }
      };
      const entry: HeldCall = { method, answer };
      signal?.addEventListener('abort', abort);
      if (signal?.aborted === true) abort();
      else if (holds()) held.push(entry);
      else answer();
    });
  }
  const fail = (code: ConnectErrorCode): never => {
    throw new ConnectError(code, 'As planned.');
  };
  const definitionOf = (idOrSlug: string) => DEFINITIONS.find(({ id, slug }) => id === idOrSlug || slug === idOrSlug) ?? fail('definition_not_found');
  const add = ({ id, slug, name }: ConnectorDefinitionDetail, given = 'Acme'): Connector => {
    const connector = { id: `c${++count}`, name: given, definition: { id, slug, name }, createdAt: null, updatedAt: null };
    connectors.set(connector.id, connector);
    return connector;
  };
  const attemptOf = (id: string) => attempts.get(id) ?? fail('attempt_unknown');
  const outcomeOf = (attempt: Attempt): AttemptOutcome =>
    attempt.outcome.status === 'pending' && now() > attempt.expiresAt + SKEW_MS ? { status: 'failed', error: { code: 'attempt_expired' } } : attempt.outcome;
  const complete = (attemptId: string, params: CallbackParams): AttemptOutcome => {
    const attempt = attemptOf(attemptId);
    attempt.outcome = outcomeOf(attempt);
    if (attempt.outcome.status !== 'pending') return attempt.outcome;
    if (params.error !== undefined) attempt.outcome = { status: 'failed', error: { code: 'oauth_denied' } };
    else {
      attempt.outcome = { status: 'connected', connector: add(attempt.definition, attempt.name), replaces: attempt.replaces };
      if (attempt.replaces !== undefined) connectors.delete(attempt.replaces);
    }
    return attempt.outcome;
  };

  const api: ConnectApi = {
    listDefinitions: (options) => call('listDefinitions', () => DEFINITIONS, options?.signal),
    getDefinition: (id, options) => call('getDefinition', () => definitionOf(id), options?.signal),
    listConnectors: (_filter, options) => call('listConnectors', () => [...connectors.values()], options?.signal),
    getConnector: (id, options) => call('getConnector', () => connectors.get(id) ?? fail('connector_not_found'), options?.signal),
    createConnector: ({ definition, values, name }, options) => {
      values.open();
      return call('createConnector', () => remembered(add(definitionOf(definition), name)), options?.signal);
    },
    replaceCredentials: ({ connectorId, values }, options) => {
      values.open();
      const work = () => {
        const old = connectors.get(connectorId) ?? fail('connector_not_found');
        connectors.delete(connectorId);
        return { connector: add(definitionOf(old.definition.id), old.name), replaces: connectorId };
      };
      return call('replaceCredentials', work, options?.signal);
    },
    checkConnector: (id, options) => call('checkConnector', () => check(id, options?.discardOnRefusal === true), options?.signal),
    renameConnector: (id) => call('renameConnector', () => connectors.get(id) ?? fail('connector_not_found')),
    // It is done when it is asked; only the answer may be late, or lost.
    deleteConnector: (id) => {
      connectors.delete(id);
      return call('deleteConnector', () => undefined);
    },
    listOperations: () => call('listOperations', () => []),
    execute: () => Promise.reject(new ConnectError('not_supported', 'Nothing is run here.')),
    startAttempt: ({ definition, values, name = 'Acme', replaces }, options) => {
      values.open();
      const work = () => {
        const attemptId = `attempt-of-the-model-${++count}`;
        const ticket = tickets ? `${MARK}-ticket-${count}` : undefined;
        const found = definitionOf(definition);
        // A new attempt takes the place of the one of its definition, whichever tab that is in.
        for (const other of attempts.values())
          if (other.definition === found && other.outcome.status === 'pending') other.outcome = { status: 'failed', error: { code: 'attempt_replaced' } };
        attempts.set(attemptId, { definition: found, name, replaces, ticket, expiresAt: now() + ATTEMPT_MS, outcome: { status: 'pending' } });
        const expiresAt = new Date(now() + ATTEMPT_MS).toISOString();
        return { attemptId, consentUrl: `https://consent.example.com/?attempt=${attemptId}`, expiresAt, ...(ticket === undefined ? {} : { ticket }) };
      };
      return call('startAttempt', work, options?.signal);
    },
    getAttempt: (id, options) => call('getAttempt', () => outcomeOf(attemptOf(id)), options?.signal),
    completeAttempt: ({ attemptId, state, params, ticket }, options) => {
      const work = () => (state === stateOf(attemptId) && ticket === attemptOf(attemptId).ticket ? complete(attemptId, params) : fail('attempt_foreign'));
      return call('completeAttempt', work, options?.signal);
    },
  };
  const remembered = (connector: Connector) => {
    madeByKey.push(connector.id);
    return connector;
  };
  const check = (id: string, discard: boolean): { status: 'verified' | 'unverified' } => {
    const status = verdict();
    if (status !== 'refused') return { status };
    if (discard) connectors.delete(id);
    return fail('credentials_refused');
  };
  return { api, connectors, attempts, held, madeByKey, add, complete, stateOf, definitionOf };
}

export type FakeBackend = ReturnType<typeof createFakeBackend>;
