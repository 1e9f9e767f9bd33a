import { recordsPath, wire } from '../../backend/index.js';
import type { ExecuteInput, ExecuteResult } from '../../core/index.js';
import { fileAnswer, json } from '../answer.js';
import { readBody } from '../body.js';
import { type Call, param } from '../call.js';
import { isAllowed, requireAllowed } from '../offers.js';
import type { Parts } from '../parts.js';
import { untilRead } from '../untilRead.js';

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
  return turns(userId, signal, async (hold) => {
    const { answer, bytes } = await answerOf(await runOperation(call, { userId, requestId, input, signal }));
    return bytes > SMALL ? untilRead(answer, signal, hold()) : answer;
  });
}

/** Bytes of an answer that is held in memory until it was read, and takes no place of the user's operations for that. */
const SMALL = 65_536;

async function answerOf(result: ExecuteResult): Promise<{ answer: Response; bytes: number }> {
  if (result.type === 'file') return { answer: fileAnswer(result), bytes: result.blob.size };
  const { data, records, nextParams, durationMs, stopped } = result;
  const blob = await json({ data, recordsAt: recordsPath(data, records), nextParams, durationMs, ...(stopped && { stopped }) }).blob();
  return { answer: new Response(blob), bytes: blob.size };
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
