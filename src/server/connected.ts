import type { Call } from './call.js';
import type { ConnectedInfo } from './options.js';

/** Tells the host that a connector exists. The event comes with it, once the host has taken it over. */
export async function announce(call: Call<string | null>, { replaces, ...info }: ConnectedInfo): Promise<void> {
  const replaced = replaces === undefined ? {} : { replaces };
  await call.settings.onConnected?.({ ...info, ...replaced });
  const { userId, connector, attemptId } = info;
  call.report.event({
    type: 'connector_created',
    requestId: call.requestId,
    userId,
    connectorId: connector.id,
    definitionId: connector.definition.id,
    attemptId,
    ...replaced,
  });
}
