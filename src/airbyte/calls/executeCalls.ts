import * as z from 'zod/mini';
import { type CallOptions, ConnectError, type HttpAnswer, isJsonObject, type JsonObject } from '../../core/index.js';
import { type AirbyteCaller, type BearerKind, parseAnswer } from '../call.js';

const EXECUTE_TIMEOUT_MS = 300_000;

const envelope = z.object({
  result: z.optional(z.unknown()),
  /** A search of the context store: no document says whether these stand in a result. Beside a result they may be anything. */
  data: z.optional(z.unknown()),
  meta: z.optional(z.unknown()),
  connector_metadata: z.nullish(z.record(z.string(), z.unknown())),
  execution_metadata: z.nullish(z.object({ execution_time_ms: z.nullish(z.number()) })),
});

export interface ExecuteCall {
  /** `{ workspaceName }` wherever Airbyte takes the workspace's own token. */
  bearer: BearerKind;
  /** Differs by generation. */
  path: string;
  body: { entity: string; action: string; params: JsonObject };
  /** The action only reads. */
  safe: boolean;
  /** `check`: the catalogue's own call. */
  call: 'execute' | 'check';
  /** Names of the parameters, for errors. */
  paths: readonly string[];
  download: boolean;
}

/** What an execute answered, in Airbyte's envelope. */
export interface ExecuteEnvelope {
  result: unknown;
  metadata: JsonObject | null;
  durationMs: number | null;
}

/** Runs an action, waiting up to 300 s. @throws {ConnectError} `credentials_refused`, `invalid_input`, `connector_not_found`, `rate_limited` */
export function sendExecute(caller: AirbyteCaller, execute: ExecuteCall, { signal }: CallOptions = {}): Promise<HttpAnswer> {
  const { bearer, path, body, safe, call, paths, download } = execute;
  const accept = download ? '*/*' : 'application/json';
  return caller.call({ method: 'POST', host: 'agent', path, body, safe, accept, timeoutMs: EXECUTE_TIMEOUT_MS, signal }, bearer, { call, paths });
}

/** The envelope. Only a result is sure to be in it, or what a search answers in its place. @throws {ConnectError} `upstream_invalid` */
export function readEnvelope(answer: HttpAnswer): ExecuteEnvelope {
  const { data, meta, result = foundBy(data, meta), connector_metadata, execution_metadata } = parseAnswer(envelope, answer);
  if (result === undefined) throw new ConnectError('upstream_invalid', 'The answer to an execute holds no result.');
  return { result, metadata: isJsonObject(connector_metadata) ? connector_metadata : null, durationMs: execution_metadata?.execution_time_ms ?? null };
}

/** What a search answers in the place of a result. */
const foundBy = (data: unknown, meta: unknown) => (Array.isArray(data) ? { data, ...(isJsonObject(meta) && { meta }) } : undefined);
