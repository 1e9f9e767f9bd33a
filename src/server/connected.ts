import type { Connector } from '../core/index.js';
import type { Call } from './call.js';

/** Tells the host that a connector exists. The event comes with it, once the host has taken it over. */
export async function announce(call: Call<string | null>, userId: string, connector: Connector, attemptId: string | null): Promise<void> {
  await call.settings.onConnected?.({ userId, connector, attemptId });
  call.report.event({
    type: 'connector_created',
    requestId: call.requestId,
    userId,
    connectorId: connector.id,
    definitionId: connector.definition.id,
    attemptId,
  });
}
