import {
  type AuthMethod,
  type CallOptions,
  type ConnectApi,
  ConnectError,
  type Connector,
  type ConnectorDefinitionDetail,
  isConnectError,
  isOffline,
  toConnectError,
} from '../core/index.js';
import { createMemoryAttempts } from './memoryAttempts.js';
import { onlyConnectErrors } from './onlyConnectErrors.js';
import type { AirbytePattern, PatternClient } from './patterns/pattern.js';

export interface PatternConnectApiOptions {
  client: PatternClient;
  pattern: AirbytePattern;
  /** The end user's workspace. */
  workspaceName: string | (() => string | Promise<string>);
  /** The page that reports the callback; absolute. */
  callbackUrl: string | (() => string | Promise<string>);
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined;
  /** Cryptographically random bytes. @default crypto.getRandomValues */
  random?: ((length: number) => Uint8Array) | undefined;
  /** Methods that reject with `not_available_in_token_mode`. @default none */
  unavailable?: ReadonlySet<keyof ConnectApi> | undefined;
  /** A create of which nobody knows what came of it rejects with `create_unclear`: no key keeps a repeat from making a second. @default false */
  unclearCreates?: boolean | undefined;
  /** Hears of each connector made here, by key or by consent. */
  onConnected?: ((connector: Connector) => void) | undefined;
}

/**
 * The port over a pattern, without a backend: for token mode and for the sandbox in a page. OAuth attempts are held in memory, so the
 * opener completes them (`completeAttempt`).
 * @example const api = createPatternConnectApi({ client: pattern.client(context), pattern, workspaceName: 'user_1', callbackUrl });
 */
export function createPatternConnectApi(options: PatternConnectApiOptions): ConnectApi {
  const { client, pattern, now = Date.now, random, unavailable = new Set(), unclearCreates = false, onConnected = () => undefined } = options;
  const workspace = async () => resolve(options.workspaceName);
  const canDelete = !unavailable.has('deleteConnector');
  const attempts = createMemoryAttempts({
    client,
    pattern,
    workspaceName: workspace,
    callbackUrl: async () => resolve(options.callbackUrl),
    canList: !unavailable.has('listConnectors'),
    now,
    random,
    onConnected,
  });

  async function discard(id: string, refusal: ConnectError, callOptions: CallOptions): Promise<never> {
    if (!canDelete)
      throw new ConnectError('refused_connector_left', 'The service refused the credentials, and the connector cannot be removed from here.', {
        cause: refusal,
      });
    try {
      await client.deleteConnector(await workspace(), id, callOptions);
    } catch (error) {
      throw new ConnectError('refused_connector_left', 'The service refused the credentials, and removing the connector failed.', { cause: error });
    }
    throw refusal;
  }

  const api: ConnectApi = {
    listDefinitions: (callOptions) => client.listDefinitions(callOptions),
    getDefinition: (idOrSlug, callOptions) => client.getDefinition(idOrSlug, callOptions),
    listConnectors: async (filter, callOptions) => client.listConnectors(await workspace(), filter, callOptions),
    getConnector: async (id, callOptions) => client.getConnector(await workspace(), id, callOptions),
    async createConnector({ definition: idOrSlug, method, name, values }, callOptions) {
      try {
        const definition = await client.getDefinition(idOrSlug, callOptions);
        methodOf(definition, method, 'key');
        const workspaceName = await workspace();
        const create = () => client.createConnector(workspaceName, { definition, name, values: values.open() }, callOptions);
        const connector = await (unclearCreates ? orUnclear(create) : create());
        onConnected(connector);
        return connector;
      } finally {
        values.empty();
      }
    },
    async checkConnector(id, { discardOnRefusal = false, ...callOptions } = {}) {
      try {
        return await client.checkConnector(await workspace(), id, callOptions);
      } catch (error) {
        if (discardOnRefusal && isConnectError(error) && error.code === 'credentials_refused') return discard(id, error, callOptions);
        throw error;
      }
    },
    renameConnector: async (id, name, callOptions) => client.renameConnector(await workspace(), id, name, callOptions),
    deleteConnector: async (id, callOptions) => client.deleteConnector(await workspace(), id, callOptions),
    listOperations: async (id, callOptions) => client.listOperations(await workspace(), id, callOptions),
    execute: async (input, callOptions) => client.execute(await workspace(), input, callOptions),
    async startAttempt({ definition: idOrSlug, method, name, values }, callOptions) {
      try {
        const definition = await client.getDefinition(idOrSlug, callOptions);
        methodOf(definition, method, 'oauth');
        return await attempts.start({ definition, name, values: values.open() }, callOptions);
      } finally {
        values.empty();
      }
    },
    survivesRedirect: false,
    getAttempt: async (attemptId) => attempts.get(attemptId),
    completeAttempt: (input) => attempts.complete(input),
  };
  return onlyConnectErrors(api, unavailable);
}

/** Failures that do not tell whether Airbyte has made the connector. Who aborts knows that it did. */
const DOUBTFUL: ReadonlySet<string> = new Set(['upstream_unavailable', 'upstream_invalid', 'network_unavailable', 'timeout', 'internal']);

/** @throws {ConnectError} `create_unclear` where the create may have come through, and what it throws where it has not */
async function orUnclear<T>(create: () => Promise<T>): Promise<T> {
  // Without a network nothing is sent.
  const sends = !isOffline();
  try {
    return await create();
  } catch (error) {
    const { code, requestId } = toConnectError(error);
    if (!sends || !DOUBTFUL.has(code)) throw error;
    throw new ConnectError('create_unclear', `The create ended with ${code}: Airbyte may have made the connector. Look before it is repeated.`, {
      requestId,
      cause: error,
    });
  }
}

const resolve = (value: string | (() => string | Promise<string>)): string | Promise<string> => (typeof value === 'string' ? value : value());

function methodOf({ name, methods }: ConnectorDefinitionDetail, key: string, kind: AuthMethod['kind']): void {
  const method = methods.find((candidate) => candidate.key === key);
  if (method?.kind === kind) return;
  if (kind === 'oauth') throw new ConnectError('oauth_not_available', `${name} has no OAuth method of this key.`);
  throw new ConnectError('invalid_input', `${name} has no method of this key that takes pasted values.`);
}
