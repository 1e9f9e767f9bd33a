import type { JsonSchema } from './json.js';

/** Something that can be run on a connector. */
export interface Operation {
  entity: string;
  action: string;
  /** `read` changes nothing at the service; `download` answers with a file. */
  kind: 'read' | 'write' | 'download';
  /** The parameters, as an object schema. */
  schema: JsonSchema;
}

/** What to run. */
export interface ExecuteInput {
  connectorId: string;
  entity: string;
  action: string;
  /** Sent as they are. */
  params?: Readonly<Record<string, unknown>> | undefined;
}

/** Why a list stops though the service says there is more: the cursor that was sent came back, or none came. */
export type PagingStop = 'cursor_repeated' | 'cursor_missing';

/** A JSON answer. */
export interface ExecuteJsonResult {
  type: 'json';
  /** What the service answered, `result` of Airbyte's envelope. */
  data: unknown;
  /** The records in it when it is a list, else null. */
  records: readonly unknown[] | null;
  /** The parameters that ask for the next page; null at the end, and where the facts tell no way to ask. */
  nextParams: Readonly<Record<string, unknown>> | null;
  /** Set where the list stops before its end; absent otherwise. `nextParams` is null then. */
  stopped?: PagingStop | undefined;
  /** Milliseconds that Airbyte says the call took, or null. */
  durationMs: number | null;
  requestId: string | null;
}

/** A downloaded file. Shown as a link to save, never rendered. */
export interface ExecuteFileResult {
  type: 'file';
  blob: Blob;
  filename: string;
  contentType: string;
  requestId: string | null;
}

/** What came of a run. `type` tells which of the two it is. */
export type ExecuteResult = ExecuteJsonResult | ExecuteFileResult;
