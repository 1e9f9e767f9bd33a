import * as z from 'zod/mini';
import type { CallOptions, JsonObject } from '../../core/index.js';
import { type AirbyteCaller, parseAnswer } from '../call.js';
import { idSegment } from '../send.js';

const instance = z.object({ id: z.string().check(z.minLength(1)), definition_id: z.string(), name: z.nullish(z.string()) });
const instanceList = z.object({ instances: z.array(instance) });
/** Only the id is sure to be in it. */
const createdInstance = z.object({ id: z.string().check(z.minLength(1)), name: z.nullish(z.string()) });

/** An instance as Airbyte answers it: metadata only. */
export type AirbyteInstance = z.infer<typeof instance>;

const PATH = '/api/v1/connectors/instances';

/** Where an instance's operations run. */
export const instanceExecutePath = (id: string): string => `${PATH}/${idSegment(id)}/execute`;

export interface CreateInstanceBody {
  connector_definition_id: string;
  name: string;
  auth_config: JsonObject;
  user_config?: JsonObject;
}

/** Stores an instance in the workspace of its token. @throws {ConnectError} `invalid_input`, `credentials_mismatch`, `definition_not_found` */
export async function createInstance(
  caller: AirbyteCaller,
  { workspaceName, body, paths }: { workspaceName: string; body: CreateInstanceBody; paths: readonly string[] },
  { signal }: CallOptions = {},
): Promise<z.infer<typeof createdInstance>> {
  const answer = await caller.call({ method: 'POST', host: 'agent', path: PATH, body: { ...body }, signal }, { workspaceName }, { call: 'create', paths });
  return parseAnswer(createdInstance, answer);
}

/** The instance, asked for with the workspace's own token. Null when that workspace has none of this id (404). */
export async function findInstance(
  caller: AirbyteCaller,
  { workspaceName, id }: { workspaceName: string; id: string },
  { signal }: CallOptions = {},
): Promise<AirbyteInstance | null> {
  const answer = await caller.exchange({ method: 'GET', host: 'agent', path: `${PATH}/${idSegment(id)}`, safe: true, signal }, { workspaceName }, 'seldom');
  if (answer.status === 404) return null;
  if (answer.status !== 200) throw caller.failure(answer, { call: 'connector' });
  return parseAnswer(instance, answer);
}

/** The instances of one tenant; none for one that was never seen (404). There is no paging. */
export async function listInstances(caller: AirbyteCaller, username: string, { signal }: CallOptions = {}): Promise<AirbyteInstance[]> {
  const request = { method: 'GET', host: 'agent', path: '/api/v1/connectors/instances_for_user', query: { username }, safe: true, signal } as const;
  const answer = await caller.exchange(request, 'application');
  if (answer.status === 404) return [];
  if (answer.status !== 200) throw caller.failure(answer, { call: 'list' });
  return parseAnswer(instanceList, answer).instances;
}
