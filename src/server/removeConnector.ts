import { isConnectError } from '../core/index.js';
import type { Call } from './call.js';
import type { ConnectHandlerEvent } from './events.js';
import { reportError } from './reportError.js';

export type DeletedReason = Extract<ConnectHandlerEvent, { type: 'connector_deleted' }>['reason'];

type ForUser = Pick<Call, 'client' | 'report' | 'userId' | 'requestId'>;

/** Removes a connector of the user, and tells the host. @throws {ConnectError} `connector_not_found`, and as Airbyte's delete */
export async function removeConnector({ client, report, userId, requestId }: ForUser, connectorId: string, reason: DeletedReason): Promise<void> {
  await client.deleteConnector(userId, connectorId);
  report.event({ type: 'connector_deleted', reason, requestId, userId, connectorId });
}

/**
 * The new one works and the host has it. True when the old one is gone, by us or before; one that cannot be removed goes to the host's log.
 */
export async function removeReplaced(call: Pick<Call, 'client' | 'report' | 'userId' | 'request' | 'requestId'>, connectorId: string): Promise<boolean> {
  try {
    await removeConnector(call, connectorId, 'replaced');
    return true;
  } catch (error) {
    if (isConnectError(error) && error.code === 'connector_not_found') return true;
    reportError(call, call.userId, error);
    return false;
  }
}
