import { type CallbackParams, ConnectError, type Connector, type ConnectorDefinition, type ConnectorValues } from '../core/index.js';
import { acceptCallbackConnector } from './acceptCallbackConnector.js';
import type { AirbytePattern, PatternClient } from './patterns/pattern.js';

/** Why an attempt is over before its consent came back. */
export type AttemptEnd = 'attempt_expired' | 'attempt_replaced';

export interface FinishConsentInput {
  client: PatternClient;
  pattern: AirbytePattern;
  workspaceName: string;
  definition: ConnectorDefinition;
  name: string | undefined;
  /** Without credentials: what the create after the consent needs. */
  settings: ConnectorValues;
  /** Milliseconds since the epoch. */
  startedAt: number;
  /** Ids in the workspace at the start; null in token mode, where nothing can be listed. */
  notedIds: ReadonlySet<string> | null;
  ended: AttemptEnd | undefined;
  params: CallbackParams;
}

/**
 * What a callback means for an attempt whose state was proved: the connector that it made, or the reason why there is none. A connector
 * that came too late is removed.
 * @throws {ConnectError} `oauth_denied`, `oauth_failed`, `attempt_expired`, `attempt_replaced`, `connector_refused`, `secret_id_expired`
 */
export async function finishConsent(input: FinishConsentInput): Promise<Connector> {
  const { client, pattern, workspaceName, definition, name, settings, ended, params } = input;
  if (params.error !== undefined) throw consentFailure(params.error);
  const found = pattern.callback.find((parameter) => params[parameter] !== undefined);
  if (found === 'connector_id' && params.connector_id !== undefined) return acceptConnector(input, params.connector_id);
  if (ended !== undefined) throw tooLate(ended);
  if (found === undefined) throw new ConnectError('oauth_failed', 'The callback brought neither a secret id nor a connector id.');
  return client.createConnector(workspaceName, { definition, name, values: settings, secretId: params.secret_id });
}

async function acceptConnector(input: FinishConsentInput, connectorId: string): Promise<Connector> {
  const { client, workspaceName, definition, startedAt, notedIds, ended } = input;
  if (notedIds === null) return fromState(input, connectorId);
  const connectors = await client.listConnectors(workspaceName);
  const verdict = acceptCallbackConnector({ connectors, connectorId, definitionId: definition.id, startedAt, notedIds, refusedBecause: ended });
  if ('accepted' in verdict) return verdict.accepted;
  if (verdict.removable) await client.deleteConnector(workspaceName, connectorId);
  throw ended === undefined
    ? new ConnectError('connector_refused', `The callback's connector is not of this attempt (${verdict.refused}). It was left alone.`)
    : tooLate(ended);
}

/** Token mode: the opener's state is the proof, and the scoped token reaches no other workspace's connector. */
function fromState({ definition, name, ended }: FinishConsentInput, id: string): Connector {
  if (ended !== undefined) throw tooLate(ended);
  const { id: definitionId, slug, name: definitionName } = definition;
  return { id, name: name ?? definitionName, definition: { id: definitionId, slug, name: definitionName }, createdAt: null, updatedAt: null };
}

const tooLate = (ended: AttemptEnd): ConnectError => new ConnectError(ended, 'The consent came back after its attempt had ended: no connector was kept.');

/** The callback's `error` as the kit's. Its description is not kept: it comes from a URL. */
export function consentFailure(error: string): ConnectError {
  return error === 'access_denied'
    ? new ConnectError('oauth_denied', 'The consent was denied.')
    : new ConnectError('oauth_failed', 'The consent failed, or its session had expired.');
}
