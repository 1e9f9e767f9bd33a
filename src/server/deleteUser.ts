import { type CallOptions, type ConnectError, isConnectError, toConnectError } from '../core/index.js';
import type { ApiCallOptions } from './api.js';
import { attemptStore } from './attempts/attemptStore.js';
import { forgetCreate } from './creates/createRecord.js';
import { markDeparted } from './departed.js';
import type { Parts } from './parts.js';
import { removeConnector } from './removeConnector.js';
import { idForLogs } from './requestId.js';

/** What came of removing a user. */
export interface DeletedUser {
  /** Ids of the connectors that are gone. */
  removed: string[];
  /** Those that could not be removed: call again. With `instances()` Airbyte removes none. */
  left: { connectorId: string; error: ConnectError }[];
  /** OAuth apps of the user's workspace, as `oauthOverrides` names them, that could not be removed: call again. */
  appsLeft: { definition: string; error: ConnectError }[];
}

/**
 * Ends what the user has begun, removes every connector of the user's workspace, with what the store holds of its create, and then the
 * workspace's own OAuth apps, one after the other; a failure stops none of the others.
 */
export async function deleteUser(parts: Parts, userId: string, { requestId: given, ...options }: ApiCallOptions = {}): Promise<DeletedUser> {
  const { client, report } = parts;
  const requestId = idForLogs(given);
  const outcome: DeletedUser = { removed: [], left: [], appsLeft: [] };
  await markDeparted(parts, userId);
  for (const { id } of await client.listConnectors(userId, undefined, options)) {
    try {
      const holder = await attemptStore(parts).holder(id);
      await removeUnlessGone({ client, report, userId, requestId }, id);
      // Only now: while the connector stays, a repeat of its create must find it.
      await forgetCreate(parts, holder);
      outcome.removed.push(id);
    } catch (error) {
      outcome.left.push({ connectorId: id, error: toConnectError(error) });
    }
  }
  for (const definition of await appsOf(parts, userId)) {
    try {
      await removeApp(parts, { userId, definition, requestId }, options);
    } catch (error) {
      outcome.appsLeft.push({ definition, error: toConnectError(error) });
    }
  }
  return outcome;
}

/** Somebody else may have been faster. */
async function removeUnlessGone(call: Parameters<typeof removeConnector>[0], id: string): Promise<void> {
  try {
    await removeConnector(call, id, 'user_deleted');
  } catch (error) {
    if (!isConnectError(error) || error.code !== 'connector_not_found') throw error;
  }
}

/** Airbyte can not be asked: the host has kept which there are. */
async function appsOf({ client, settings }: Parts, userId: string): Promise<readonly string[]> {
  return client.workspaceOAuthApps === undefined ? [] : ((await settings.oauthOverrides?.(userId)) ?? []);
}

interface RemovedApp {
  userId: string;
  /** Id or slug. */
  definition: string;
  requestId: string;
}

async function removeApp({ client, report }: Parts, { userId, definition: idOrSlug, requestId }: RemovedApp, options: CallOptions): Promise<void> {
  const definition = await client.getDefinition(idOrSlug, options);
  await client.workspaceOAuthApps?.remove(userId, definition, options);
  report.event({ type: 'oauth_app_changed', requestId, userId, definitionId: definition.id, change: 'removed' });
}
