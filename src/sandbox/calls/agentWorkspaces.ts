import type { JsonObject } from '../../core/index.js';
import { readBody } from '../bodies.js';
import { agentError, invalid } from '../errors.js';
import type { Workspace } from '../state.js';
import { isoTime, type World } from '../world.js';
import { allow, type CallFamily, findWorkspaceById, type SandboxContext } from './callContext.js';
import { times } from './connectorStore.js';
import { readId } from './definitions.js';
import { removeWorkspace, workspacesOf } from './workspaceStore.js';

const PATH = '/api/v1/workspaces';
const UPDATE_FIELDS = { name: 'string', status: 'workspaceStatus', cache_enabled: 'boolean' } as const;

/** The tenants. There is no create: a workspace is made with its first token. */
export const agentWorkspaceCalls: CallFamily = (app, world) => {
  app.get(PATH, (context) => {
    allow(context, 'application');
    return context.json(listPage(context, world));
  });

  app.get(`${PATH}/stats`, (context) => {
    allow(context, 'application');
    const all = workspacesOf(world);
    const active = all.filter(({ status }) => status === 'active').length;
    return context.json({ active_count: active, inactive_count: all.length - active, total_count: all.length });
  });

  app.get(`${PATH}/:id`, (context) => {
    allow(context, 'application');
    return context.json(workspaceAnswer(world, askedWorkspace(world, context.req.param('id'))));
  });

  app.put(`${PATH}/:id`, async (context) => {
    allow(context, 'application');
    const workspace = askedWorkspace(world, context.req.param('id'));
    const { name, status = workspace.status, cache_enabled: cacheEnabled = workspace.cacheEnabled } = await readBody(context.req, UPDATE_FIELDS);
    Object.assign(workspace, { name: name || workspace.name, status, cacheEnabled, updatedAt: world.now() });
    return context.json(workspaceAnswer(world, workspace));
  });

  app.delete(`${PATH}/:id`, (context) => {
    allow(context, 'application');
    const workspace = askedWorkspace(world, context.req.param('id'));
    removeWorkspace(world, workspace);
    return context.json({ id: workspace.id, deleted_at: isoTime(world.now()) });
  });
};

function askedWorkspace(world: World, id: string): Workspace {
  const workspace = findWorkspaceById(world, readId(id));
  if (!workspace) throw agentError(404, 'Workspace not found');
  return workspace;
}

/** A page, with the whole URL of the next one. The cursor is the id of the last workspace that was shown. */
function listPage(context: SandboxContext, world: World): JsonObject {
  const { name_contains: part = '', status, cursor, limit: limitText = '20' } = context.req.query();
  const limit = Number(limitText);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    throw invalid([{ field: 'limit', message: 'Input should be between 1 and 100', error_code: 'value_error' }]);
  const found = workspacesOf(world).filter(
    (workspace) => workspace.name.toLowerCase().includes(part.toLowerCase()) && (!status || workspace.status === status),
  );
  const start = cursor ? found.findIndex(({ id }) => id === cursor) + 1 : 0;
  if (cursor && start === 0) throw invalid([{ field: 'cursor', message: 'The cursor is not valid.', error_code: 'value_error' }]);
  const data = found.slice(start, start + limit);
  const next = new URL(context.req.url);
  next.searchParams.set('cursor', data.at(-1)?.id ?? '');
  return { next: start + limit < found.length ? next.href : null, data: data.map((workspace) => workspaceAnswer(world, workspace)) };
}

const workspaceAnswer = (world: World, workspace: Workspace): JsonObject => ({
  id: workspace.id,
  name: workspace.name,
  organization_id: world.organizationId,
  status: workspace.status,
  cache_enabled: workspace.cacheEnabled,
  tombstone: false,
  ...times(workspace),
});
