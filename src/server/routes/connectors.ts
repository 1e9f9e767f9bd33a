import { wire } from '../../backend/index.js';
import { type ConnectError, isConnectError } from '../../core/index.js';
import { json } from '../answer.js';
import { readBody } from '../body.js';
import { type Call, param } from '../call.js';
import { createOnce, type PreparedCreate } from '../creates/createOnce.js';
import { refusedButLeft } from '../creates/handOver.js';
import { offeredDefinition, requireMethod } from '../offers.js';
import { removeConnector } from '../removeConnector.js';

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

/** `POST /connectors`: from pasted values. The form and Airbyte judge the values; here only their shape is. With an `Idempotency-Key` a repeat is safe. */
export async function createConnector(call: Call): Promise<Response> {
  const { client, userId, request } = call;
  // Asked for now: some runtimes end only a signal that somebody has asked for.
  const { signal } = request;
  const input = await readBody(request, wire.requests.createConnector);
  async function prepare(): Promise<PreparedCreate> {
    const definition = await offeredDefinition(call, userId, input.definition);
    requireMethod(definition, input.method, 'key');
    const create = () => client.createConnector(userId, { definition, name: input.name, values: input.values });
    return { definitionId: definition.id, create };
  }
  const { connector } = await createOnce(call, { route: 'POST /connectors', body: input, signal, prepare });
  return json({ connector }, 201);
}

/**
 * `POST /connectors/{id}/credentials`: new ones for a connector. Airbyte cannot change them, so a new connector of the same name is made
 * and tried; once it works the old one goes, and the answer says so by `replaces`. Refused credentials leave the old one as it was, and
 * where they cannot be tried both stay.
 */
export async function replaceCredentials(call: Call): Promise<Response> {
  const { client, userId, request } = call;
  const { signal } = request;
  const id = param(call, 'id');
  const input = await readBody(request, wire.requests.replaceCredentials);
  async function prepare(): Promise<PreparedCreate> {
    const old = await client.getConnector(userId, id, { signal });
    const definition = await offeredDefinition(call, userId, old.definition.id);
    requireMethod(definition, input.method, 'key');
    return { definitionId: definition.id, create: () => client.createConnector(userId, { definition, name: old.name, values: input.values }) };
  }
  const { connector, replaces } = await createOnce(call, { route: `POST /connectors/${id}/credentials`, body: input, signal, prepare, replaces: id });
  return json({ connector, replaces }, 201);
}

/** `PATCH /connectors/{id}` */
export async function renameConnector(call: Call): Promise<Response> {
  const { name } = await readBody(call.request, wire.requests.renameConnector);
  const { client, report, userId, requestId } = call;
  const connector = await client.renameConnector(userId, param(call, 'id'), name);
  report.event({ type: 'connector_renamed', requestId, userId, connectorId: connector.id });
  return json({ connector });
}

/** `DELETE /connectors/{id}`: accepted, and done a little later. */
export async function deleteConnector(call: Call): Promise<Response> {
  await removeConnector(call, param(call, 'id'), 'requested');
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

async function discard(call: Call, id: string, refusal: ConnectError): Promise<void> {
  try {
    await removeConnector(call, id, 'credentials_refused');
  } catch (cause) {
    throw refusedButLeft(refusal, id, cause);
  }
}
