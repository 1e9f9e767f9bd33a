import * as z from 'zod/mini';
import { type CallOptions, ConnectError, type JsonObject } from '../../core/index.js';
import { type AirbyteCaller, isSuccess, parseAnswer } from '../call.js';

const workspace = z.object({ workspaceId: z.string().check(z.minLength(1)) });
const tokenAnswer = z.object({ token: z.string().check(z.minLength(1)) });

export interface NewWorkspace {
  /** Need not be unique: only the id that is answered names the workspace. */
  name: string;
  organizationId?: string | undefined;
  regionId?: string | undefined;
}

/** Makes a workspace of the public API, and answers its id. */
export async function createWorkspace(caller: AirbyteCaller, { name, organizationId, regionId }: NewWorkspace, { signal }: CallOptions = {}): Promise<string> {
  const body: JsonObject = { name, ...(organizationId === undefined ? {} : { organizationId }), ...(regionId === undefined ? {} : { regionId }) };
  const answer = await caller.call({ method: 'POST', host: 'public', path: '/v1/workspaces', body, signal }, 'application', { call: 'workspace' });
  return parseAnswer(workspace, answer).workspaceId;
}

/**
 * A token for one workspace by its id.
 * @throws {ConnectError} `not_supported` where the deployment does not mint such tokens (403, 404, 405, 501)
 */
export async function workspaceToken(caller: AirbyteCaller, workspaceId: string): Promise<string> {
  const request = { method: 'POST', host: 'public', path: '/v1/embedded/scoped_token', body: { workspaceId }, safe: true } as const;
  const answer = await caller.exchange(request, 'application');
  if ([403, 404, 405, 501].includes(answer.status))
    throw new ConnectError('not_supported', `Airbyte answered ${answer.status} to the request for a workspace's token: this deployment mints none.`);
  if (!isSuccess(answer)) throw caller.failure(answer, { call: 'scoped_token' });
  return parseAnswer(tokenAnswer, answer).token;
}
