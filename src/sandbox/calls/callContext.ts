import type { Context, Hono } from 'hono';
import { agentError, hostError, isPublicPath } from '../errors.js';
import type { PagingFault } from '../faults.js';
import type { Workspace } from '../state.js';
import type { Bearer } from '../tokens.js';
import type { World } from '../world.js';

/** What the sandbox's routes carry. */
export interface SandboxEnv {
  Variables: { bearer: Bearer; pagingFault?: PagingFault };
}

export type SandboxContext = Context<SandboxEnv>;
export type SandboxApp = Hono<SandboxEnv>;

/** Adds the routes of one call family. */
export type CallFamily = (app: SandboxApp, world: World) => void;

/**
 * Refuses a request whose bearer is not of these kinds.
 * @throws 401 when it is missing, expired or invalid, 403 when it is of the wrong kind
 */
export function allow(context: SandboxContext, ...kinds: ('application' | 'scoped')[]): Extract<Bearer, { kind: 'application' | 'scoped' }> {
  const bearer = context.get('bearer');
  const { path } = context.req;
  if (bearer.kind === 'none') throw hostError(path, 401, isPublicPath(path) ? undefined : 'Unauthorized: the bearer token is missing.');
  if (bearer.kind === 'invalid') throw hostError(path, 401, isPublicPath(path) ? undefined : 'Invalid token');
  if (!kinds.includes(bearer.kind))
    throw hostError(path, 403, `Invalid token: this call does not accept ${bearer.kind === 'scoped' ? 'a scoped' : 'an application'} token.`);
  return bearer;
}

/**
 * Refuses a scoped token that names another workspace.
 * @throws 403
 */
export function allowWorkspace(bearer: Bearer, workspaceName: string): void {
  if (bearer.kind === 'scoped' && bearer.workspace.name !== workspaceName) throw agentError(403, 'The token is scoped to another workspace.');
}

/** The workspace of an id, or undefined. */
export function findWorkspaceById(world: World, id: string): Workspace | undefined {
  const workspace = world.state.workspaces.get(id.toLowerCase());
  return workspace?.deletedAt === null ? workspace : undefined;
}

/** The workspace of a name. @throws 404 when it was never seen */
export function workspaceNamed(world: World, name: string): Workspace {
  const workspace = world.state.findWorkspace(name);
  if (!workspace) throw agentError(404, 'Workspace not found');
  return workspace;
}
