import * as z from 'zod/mini';
import type { CallOptions, JsonObject } from '../../core/index.js';
import { type AirbyteCaller, parseAnswer } from '../call.js';
import { idSegment } from '../send.js';

const template = z.object({
  name: z.nullish(z.string()),
  connector_type: z.nullish(z.string()),
  source_definition_id: z.nullish(z.string()),
  actor_definition_id: z.nullish(z.string()),
});
/** Of a connector, and of a source made from a template. */
export const connectorShape = z.object({
  id: z.string().check(z.minLength(1)),
  name: z.nullish(z.string()),
  /** Of a single connector. */
  source_template: z.nullish(template),
  /** Of a list's item. */
  summarized_source_template: z.nullish(template),
  created_at: z.nullish(z.string()),
  updated_at: z.nullish(z.string()),
});
const connectorList = z.object({ data: z.array(connectorShape) });

/** A connector as Airbyte answers it, in a list or alone. */
export type AirbyteConnector = z.infer<typeof connectorShape>;

export const CONNECTORS_PATH = '/api/v1/integrations/connectors';

/** The connectors of one workspace; none for a workspace that was never seen (404). There is no paging. */
export async function listWorkspaceConnectors(caller: AirbyteCaller, query: Record<string, string>, { signal }: CallOptions = {}): Promise<AirbyteConnector[]> {
  const answer = await caller.exchange({ method: 'GET', host: 'agent', path: CONNECTORS_PATH, query, safe: true, signal }, 'application');
  if (answer.status === 404) return [];
  if (answer.status !== 200) throw caller.failure(answer, { call: 'list' });
  return parseAnswer(connectorList, answer).data;
}

export interface CreateCall {
  workspaceName: string;
  body: JsonObject;
  /** Dotted paths of the values, for errors. */
  paths: readonly string[];
}

/** Stores a connector, with the workspace's own token: minting it has made the workspace, which this call does not. */
export async function createWorkspaceConnector(
  caller: AirbyteCaller,
  { workspaceName, body, paths }: CreateCall,
  { signal }: CallOptions = {},
): Promise<AirbyteConnector> {
  const withSecretId = 'server_side_oauth_secret_id' in body;
  const answer = await caller.call(
    { method: 'POST', host: 'agent', path: CONNECTORS_PATH, body, signal },
    { workspaceName },
    { call: 'create', paths, withSecretId },
  );
  return parseAnswer(connectorShape, answer);
}

/** Renames. The caller has proved that the id is the workspace's. */
export async function renameWorkspaceConnector(caller: AirbyteCaller, id: string, name: string, { signal }: CallOptions = {}): Promise<AirbyteConnector> {
  const answer = await caller.call({ method: 'PUT', host: 'agent', path: `${CONNECTORS_PATH}/${idSegment(id)}`, body: { name }, signal }, 'application', {
    call: 'connector',
  });
  return parseAnswer(connectorShape, answer);
}

/** Asks for removal; any success is an acceptance. The caller has proved that the id is the workspace's. */
export async function deleteWorkspaceConnector(caller: AirbyteCaller, id: string, { signal }: CallOptions = {}): Promise<void> {
  await caller.call({ method: 'DELETE', host: 'agent', path: `${CONNECTORS_PATH}/${idSegment(id)}`, signal }, 'application', { call: 'connector' });
}
