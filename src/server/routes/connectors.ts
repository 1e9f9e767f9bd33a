import { wire } from '../../backend/index.js';
import { ConnectError, type Connector, isConnectError } from '../../core/index.js';
import { json } from '../answer.js';
import { attemptStore } from '../attempts/attemptStore.js';
import { readBody } from '../body.js';
import { type Call, param } from '../call.js';
import { announce } from '../connected.js';
import type { ConnectHandlerEvent } from '../events.js';
import { offeredDefinition, requireMethod } from '../offers.js';
import { reportError } from '../reportError.js';

type DeletedReason = Extract<ConnectHandlerEvent, { type: 'connector_deleted' }>['reason'];

// Reads end with the browser's request. Writes do not: half a write is worse than one nobody waits for.

/** `GET /connectors`, all or those of `?definition=`. */
export async function listConnectors({ client, userId, request }: Call): Promise<Response> {
  const definition = new URL(request.url).searchParams.get('definition') ?? undefined;
  return json({ connectors: await client.listConnectors(userId, { definition }, { signal: request.signal }) });
}

/** `GET /connectors/{id}` */
export async function getConnector(call: Call): Promise<Response> {
  return json({ connector: await call.client.getConnector(call.userId, param(call, 'id'), { signal: call.request.signal }) });
}

/** `POST /connectors`: from pasted values. The form and Airbyte judge the values; here only their shape is. */
export async function createConnector(call: Call): Promise<Response> {
  const { client, userId, request } = call;
  // Asked for now: some runtimes end only a signal that somebody has asked for.
  const { signal } = request;
  const input = await readBody(request, wire.requests.createConnector);
  const definition = await offeredDefinition(call, userId, input.definition);
  requireMethod(definition, input.method, 'key');
  const connector = await client.createConnector(userId, { definition, name: input.name, values: input.values });
  await handOver(call, connector, signal);
  return json({ connector }, 201);
}

/** `PATCH /connectors/{id}` */
export async function renameConnector(call: Call): Promise<Response> {
  const { name } = await readBody(call.request, wire.requests.renameConnector);
  return json({ connector: await call.client.renameConnector(call.userId, param(call, 'id'), name) });
}

/** `DELETE /connectors/{id}`: accepted, and done a little later. */
export async function deleteConnector(call: Call): Promise<Response> {
  await remove(call, param(call, 'id'), 'requested');
  return json({}, 202);
}

/** `POST /connectors/{id}/check` */
export async function checkConnector(call: Call): Promise<Response> {
  const { discardOnRefusal } = await readBody(call.request, wire.requests.checkConnector);
  const id = param(call, 'id');
  try {
    return json(await call.client.checkConnector(call.userId, id, discardOnRefusal === true ? {} : { signal: call.request.signal }));
  } catch (error) {
    if (discardOnRefusal === true && isConnectError(error) && error.code === 'credentials_refused') await discard(call, id, error);
    throw error;
  }
}

async function remove({ client, report, userId, requestId }: Call, connectorId: string, reason: DeletedReason): Promise<void> {
  await client.deleteConnector(userId, connectorId);
  report.event({ type: 'connector_deleted', reason, requestId, userId, connectorId });
}

async function discard(call: Call, id: string, { fieldErrors }: ConnectError): Promise<void> {
  try {
    await remove(call, id, 'credentials_refused');
  } catch (cause) {
    throw new ConnectError('refused_connector_left', `The service refused the credentials, and the connector ${id} could not be removed.`, {
      cause,
      fieldErrors,
    });
  }
}

/**
 * A connector that the host could not take over is removed: the person is told of a failure and tries again. So is one that nobody waits
 * for: the page was closed, and its key is still untried.
 */
async function handOver(call: Call, connector: Connector, signal: AbortSignal): Promise<void> {
  try {
    if (signal.aborted) throw new ConnectError('aborted', 'The browser left while its connector was created.');
    // No callback may name it as its own.
    await attemptStore(call).take(connector.id, 'create');
    await announce(call, call.userId, connector, null);
  } catch (error) {
    await remove(call, connector.id, 'not_taken_over').catch((cause: unknown) => reportError(call, call.userId, cause));
    throw error;
  }
}
