import { recordsPath, wire } from '../../backend/index.js';
import type { ExecuteInput, ExecuteResult } from '../../core/index.js';
import { fileAnswer, json } from '../answer.js';
import { readBody } from '../body.js';
import { type Call, param } from '../call.js';
import { isAllowed, requireAllowed } from '../offers.js';
import type { Parts } from '../parts.js';

/** `GET /connectors/{id}/operations`: those that may be run. */
export async function listOperations(call: Call): Promise<Response> {
  const { client, settings, userId, request } = call;
  const id = param(call, 'id');
  const options = { signal: request.signal };
  const operations = await client.listOperations(userId, id, options);
  if (settings.allow === undefined) return json({ operations });
  const { definition } = await client.getConnector(userId, id, options);
  return json({ operations: operations.filter((operation) => isAllowed(settings, definition, operation)) });
}

/** `POST /connectors/{id}/execute` */
export async function execute(call: Call): Promise<Response> {
  const input = { connectorId: param(call, 'id'), ...(await readBody(call.request, wire.requests.execute)) };
  const { turns, userId, requestId } = call;
  const { signal } = call.request;
  return turns(userId, signal, async () => {
    const result = await runOperation(call, { userId, requestId, input, signal });
    if (result.type === 'file') return fileAnswer(result);
    const { data, records, nextParams, durationMs, stopped } = result;
    return json({ data, recordsAt: recordsPath(data, records), nextParams, durationMs, ...(stopped && { stopped }) });
  });
}

/** Runs what `allow` permits, for a route and for `handler.api`. */
export async function runOperation(
  parts: Parts,
  run: { userId: string; requestId: string; input: ExecuteInput; signal?: AbortSignal | undefined },
): Promise<ExecuteResult> {
  const { userId, requestId, input, signal } = run;
  await requireAllowed(parts, userId, input, signal);
  const result = await parts.client.execute(userId, input, { signal });
  const durationMs = result.type === 'json' ? result.durationMs : null;
  parts.report.event({ type: 'executed', requestId, userId, connectorId: input.connectorId, entity: input.entity, action: input.action, durationMs });
  return result;
}
