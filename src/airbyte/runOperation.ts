import type { CatalogEntry, CatalogOperation } from '../catalog/index.js';
import { type CallOptions, ConnectError, type ExecuteInput, type ExecuteResult, filenameOf, type HttpAnswer, type Operation } from '../core/index.js';
import type { AirbyteCaller, BearerKind } from './call.js';
import { readEnvelope, sendExecute } from './calls/executeCalls.js';
import { requestIdOf } from './errors.js';
import { nextPage } from './paging.js';

export interface RunOperationInput {
  bearer: BearerKind;
  /** Of the pattern's execute call. */
  path: string;
  input: ExecuteInput;
  /** Null: nothing is known of the connector. It runs all the same, is not repeated, and has no next page. */
  entry: CatalogEntry | null;
}

/**
 * Runs what the catalogue says it is: reads are repeated on a passing failure, downloads become files, lists get their next page.
 * `fieldErrors` of a refused parameter are keyed by its name.
 * @throws {ConnectError} `operation_not_found` when the catalogue knows the connector but not the operation
 */
export async function runOperation(caller: AirbyteCaller, { bearer, path, input, entry }: RunOperationInput, options?: CallOptions): Promise<ExecuteResult> {
  const { entity, action, params = {} } = input;
  const operation = entry === null ? null : operationOf(entry, entity, action);
  const download = operation === null ? action === 'download' : operation.kind === 'download';
  const safe = operation !== null && operation.kind !== 'write';
  const call = {
    bearer,
    path,
    body: { entity, action, params: { ...params } },
    safe,
    call: 'execute',
    paths: parametersOf(operation),
    download,
  } as const;
  const answer = await sendExecute(caller, call, options);
  return download ? fileResult(answer, `${entity}-${action}`) : jsonResult(answer, operation, params);
}

/** Tries the credentials with the catalogue's cheapest call. False: it knows none. @throws {ConnectError} `credentials_refused` */
export async function runCheck(caller: AirbyteCaller, { bearer, path, entry }: Omit<RunOperationInput, 'input'>, options?: CallOptions): Promise<boolean> {
  if (entry === null || entry.check === null) return false;
  const { entity, action, params } = entry.check;
  await sendExecute(caller, { bearer, path, body: { entity, action, params }, safe: true, call: 'check', paths: [], download: false }, options);
  return true;
}

/** The catalogue's operations in the domain's words. */
export const operationsOf = (entry: CatalogEntry | null): Operation[] =>
  (entry?.operations ?? []).map(({ entity, action, kind, schema }) => ({ entity, action, kind, schema }));

function operationOf(entry: CatalogEntry, entity: string, action: string): CatalogOperation {
  const operation = entry.operations.find((candidate) => candidate.entity === entity && candidate.action === action);
  if (operation === undefined)
    throw new ConnectError(
      'operation_not_found',
      `${entry.name} has no such operation in the catalogue. List the operations, or add it to the catalogue entry.`,
    );
  return operation;
}

function parametersOf(operation: CatalogOperation | null): string[] {
  const properties = operation?.schema.properties;
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
}

function jsonResult(answer: HttpAnswer, operation: CatalogOperation | null, params: Readonly<Record<string, unknown>>): ExecuteResult {
  const { result, metadata, durationMs } = readEnvelope(answer);
  const { records, nextParams, stopped } = nextPage({ paging: operation?.paging, params, result, metadata });
  return { type: 'json', data: result, records, nextParams, durationMs, requestId: requestIdOf(answer) ?? null, ...(stopped !== null && { stopped }) };
}

function fileResult(answer: HttpAnswer, fallbackName: string): ExecuteResult {
  const contentType = answer.headers.get('content-type') ?? 'application/octet-stream';
  return {
    type: 'file',
    blob: new Blob([answer.bytes], { type: contentType }),
    filename: filenameOf(answer.headers.get('content-disposition'), fallbackName),
    contentType,
    requestId: requestIdOf(answer) ?? null,
  };
}
