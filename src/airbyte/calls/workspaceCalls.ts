import * as z from 'zod/mini';
import { type CallOptions, ConnectError, type JsonObject } from '../../core/index.js';
import { type AirbyteCaller, isSuccess, parseAnswer } from '../call.js';
import { BEARER, idSegment } from '../send.js';

const workspace = z.object({ workspaceId: z.string().check(z.minLength(1)) });
const tokenAnswer = z.object({ token: z.string().check(z.regex(BEARER)) });

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

/** An OAuth app for one type of source in one workspace. */
export interface WorkspaceApp {
  workspaceId: string;
  /** The public API's name of the type. */
  sourceType: string;
}

/** @throws {ConnectError} `invalid_input`, `definition_not_found`, `not_supported` (self-managed), `handler_misconfigured` (no such workspace) */
export async function putWorkspaceApp(
  caller: AirbyteCaller,
  { workspaceId, sourceType, configuration }: WorkspaceApp & { configuration: JsonObject },
  { signal }: CallOptions = {},
): Promise<void> {
  const body = { actorType: 'source', name: sourceType, configuration };
  const paths = Object.keys(configuration).map((name) => `configuration.${name}`);
  await caller.call({ method: 'PUT', host: 'public', path: appsPath(workspaceId), body, signal }, 'application', { call: 'workspace_app', paths });
}

/** Nothing to remove is no failure. @throws {ConnectError} `not_supported` (self-managed) */
export async function deleteWorkspaceApp(caller: AirbyteCaller, { workspaceId, sourceType }: WorkspaceApp, { signal }: CallOptions = {}): Promise<void> {
  const path = `${appsPath(workspaceId)}/source/${encodeURIComponent(sourceType)}`;
  const answer = await caller.exchange({ method: 'DELETE', host: 'public', path, signal }, 'application');
  if (!isSuccess(answer) && answer.status !== 404) throw caller.failure(answer, { call: 'workspace_app' });
}

const appsPath = (workspaceId: string): string => `/v1/workspaces/${idSegment(workspaceId)}/oauthCredentials`;
