import { ConnectError, type Connector, type JsonObject } from '../core/index.js';
import type { ApiCallOptions } from './api.js';
import { attemptStore } from './attempts/attemptStore.js';
import { offeredDefinition } from './offers.js';
import type { Parts } from './parts.js';
import { idForLogs } from './requestId.js';

/** Credentials that the host already holds: tokens of its own OAuth app, keys of an older integration. */
export interface HostCreateInput {
  userId: string;
  /** Definition id or slug. */
  definition: string;
  /** Key of one of its methods, to have it checked that there is one; Airbyte finds the method by the credentials. */
  method?: string | undefined;
  name?: string | undefined;
  credentials: JsonObject;
  environment?: JsonObject | undefined;
  replicationConfig?: JsonObject | undefined;
}

/** Creates a connector for a user. Nobody is asked and `onConnected` is not called: the caller knows. It is not tried. */
export async function createForUser(parts: Parts, input: HostCreateInput, { requestId, ...options }: ApiCallOptions = {}): Promise<Connector> {
  const { userId, method, name, credentials, environment, replicationConfig } = input;
  const definition = await offeredDefinition(parts, userId, input.definition);
  if (method !== undefined && !definition.methods.some(({ key }) => key === method))
    throw new ConnectError('invalid_input', `${definition.name} has no method ${JSON.stringify(method)}.`, { fieldErrors: { method: { code: 'enum' } } });
  const values = { credentials, environment, replication_config: replicationConfig };
  const connector = await parts.client.createConnector(userId, { definition, name, values }, options);
  await attemptStore(parts).take(connector.id, 'create');
  parts.report.event({
    type: 'connector_created',
    requestId: idForLogs(requestId),
    userId,
    connectorId: connector.id,
    definitionId: connector.definition.id,
    attemptId: null,
  });
  return connector;
}
