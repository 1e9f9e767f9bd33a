import type { Call } from './call.js';
import type { ConnectHandlerEvent } from './events.js';

export type DeletedReason = Extract<ConnectHandlerEvent, { type: 'connector_deleted' }>['reason'];

/** Removes a connector of the user, and tells the host. @throws {ConnectError} `connector_not_found`, and as Airbyte's delete */
export async function removeConnector({ client, report, userId, requestId }: Call, connectorId: string, reason: DeletedReason): Promise<void> {
  await client.deleteConnector(userId, connectorId);
  report.event({ type: 'connector_deleted', reason, requestId, userId, connectorId });
}
