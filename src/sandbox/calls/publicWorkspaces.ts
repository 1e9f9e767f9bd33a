import type { JsonObject } from '../../core/index.js';
import { readBody, unprocessable } from '../bodies.js';
import { publicProblem } from '../errors.js';
import { US_REGION, type Workspace } from '../state.js';
import type { World } from '../world.js';
import { allow, type CallFamily, findWorkspaceById, type SandboxContext } from './callContext.js';
import { readId } from './definitions.js';
import { readPublicOffset } from './publicList.js';
import { removeWorkspace } from './workspaceStore.js';

const CREATE_FIELDS = { name: 'string', organizationId: 'uuid', regionId: 'uuid', notifications: 'object' } as const;
const UPDATE_FIELDS = { name: 'string', regionId: 'uuid', notifications: 'object' } as const;

/** Workspaces of the public API, on Cloud and self-managed. Names are not unique here. */
export const publicWorkspaceCalls: CallFamily = (app, world) => {
  for (const base of ['/v1/workspaces', '/api/public/v1/workspaces']) {
    app.post(base, async (context) => {
      allow(context, 'application');
      const { name = '', regionId, notifications, organizationId } = await readBody(context.req, CREATE_FIELDS, ['name']);
      if (name.trim() === '') throw unprocessable('name: must not be empty');
      // A self-managed deployment has one organization, whatever is asked for.
      const isForeign = organizationId !== undefined && organizationId.toLowerCase() !== world.organizationId && base === '/v1/workspaces';
      if (isForeign) throw publicProblem(403, 'forbidden', 'The request is forbidden.');
      const workspace = world.state.addWorkspace(name, regionId);
      return context.json(workspaceAnswer(Object.assign(workspace, { notifications: notifications ?? {} })));
    });

    app.get(base, (context) => {
      allow(context, 'application');
      const { page, wanted, includeDeleted } = readPublicOffset(context);
      const found = [...world.state.workspaces.values()].filter(
        ({ id, deletedAt }) => (includeDeleted || deletedAt === null) && (wanted.length === 0 || wanted.includes(id)),
      );
      return context.json(page(found, workspaceAnswer));
    });

    app.get(`${base}/:id`, (context) => {
      allow(context, 'application');
      return context.json(workspaceAnswer(publicWorkspaceOf(context, world, context.req.param('id'))));
    });

    app.patch(`${base}/:id`, async (context) => {
      allow(context, 'application');
      const workspace = publicWorkspaceOf(context, world, context.req.param('id'));
      const { name, regionId = workspace.regionId, notifications = workspace.notifications } = await readBody(context.req, UPDATE_FIELDS);
      return context.json(workspaceAnswer(Object.assign(workspace, { name: name || workspace.name, regionId, notifications, updatedAt: world.now() })));
    });

    app.delete(`${base}/:id`, (context) => {
      allow(context, 'application');
      removeWorkspace(world, publicWorkspaceOf(context, world, context.req.param('id')));
      return context.body(null, 204);
    });
  }
};

const workspaceAnswer = ({ id, name, regionId, notifications }: Workspace): JsonObject => ({
  workspaceId: id,
  name,
  dataResidency: regionId === US_REGION ? 'us' : 'eu',
  notifications,
});

/** @throws 404, or 400 when the id is none */
export function publicWorkspaceOf(context: SandboxContext, world: World, id: string): Workspace {
  const workspace = findWorkspaceById(world, readId(id, context.req.path));
  if (!workspace) throw notFound('WORKSPACE', id);
  return workspace;
}

export const notFound = (resourceType: string, resourceId: string) =>
  publicProblem(404, 'resource-not-found', 'The requested resource could not be found.', { resourceType, resourceId });
