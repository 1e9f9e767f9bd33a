import { type CallOptions, type ConnectError, toConnectError } from '../core/index.js';
import type { Parts } from './parts.js';
import { removeConnector } from './removeConnector.js';

/** What came of removing a user. */
export interface DeletedUser {
  /** Ids of the connectors that are gone. */
  removed: string[];
  /** Those that could not be removed: call again. */
  left: { connectorId: string; error: ConnectError }[];
}

/** Removes every connector of the user's workspace, one after the other; a failure stops none of the others. */
export async function deleteUser(parts: Parts, userId: string, options?: CallOptions): Promise<DeletedUser> {
  const { client, report } = parts;
  const outcome: DeletedUser = { removed: [], left: [] };
  for (const { id } of await client.listConnectors(userId, undefined, options)) {
    try {
      await removeConnector({ client, report, userId, requestId: null }, id, 'user_deleted');
      outcome.removed.push(id);
    } catch (error) {
      outcome.left.push({ connectorId: id, error: toConnectError(error) });
    }
  }
  return outcome;
}
