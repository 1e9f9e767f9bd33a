import { isUuid, readBody } from '../bodies.js';
import { publicProblem } from '../errors.js';
import type { TagSelection } from '../tokens.js';
import type { World } from '../world.js';
import { allow, type CallFamily, findWorkspaceById, type SandboxContext } from './callContext.js';
import { readTenant, TENANT_FIELDS } from './tenant.js';

const CAMEL_FIELDS = { allowedOrigin: 'string', externalUserId: 'string', organizationId: 'uuid' } as const;
const SNAKE_FIELDS = {
  ...TENANT_FIELDS,
  region_id: 'uuid',
  allowed_origin: 'string',
  selected_source_template_tags: 'strings',
  selected_source_template_tags_mode: 'tagMode',
  selected_connection_template_tags: 'strings',
  selected_connection_template_tags_mode: 'tagMode',
} as const;

/** Widget tokens of both hosts, and the public API's own scoped token. */
export const widgetTokenCalls: CallFamily = (app, world) => {
  for (const path of ['/api/v1/account/applications/widget-token', '/api/v1/embedded/widget-token']) {
    app.post(path, async (context) => {
      allow(context, 'application');
      const body = await readBody(context.req, SNAKE_FIELDS, ['allowed_origin']);
      const tags: TagSelection = { names: body.selected_source_template_tags ?? [], mode: body.selected_source_template_tags_mode ?? 'any' };
      const asked = { name: readTenant(body).name, regionId: body.region_id, allowedOrigin: body.allowed_origin ?? '', tags };
      return context.json({ token: wrapped(await widgetPayload(context, world, asked)) });
    });
  }

  app.post('/api/v1/embedded/widget_token', async (context) => context.json({ token: wrapped(await camelPayload(context, world)) }));

  for (const base of ['', '/api/public']) {
    app.post(`${base}/v1/embedded/widget_token`, async (context) => {
      const payload = await camelPayload(context, world);
      // Shown unwrapped with `?debug`, whatever its value.
      return context.json(context.req.query('debug') === undefined ? { token: wrapped(payload) } : payload);
    });

    app.post(`${base}/v1/embedded/scoped_token`, async (context) => {
      allow(context, 'application');
      const { workspaceId = '' } = await readBody(context.req, { workspaceId: 'uuid' }, ['workspaceId']);
      const workspace = findWorkspaceById(world, workspaceId);
      if (!workspace) throw publicProblem(403, 'forbidden', 'The request is forbidden.');
      return context.json({ token: await world.tokens.scoped(workspace) });
    });

    app.get(`${base}/v1/embedded/organizations`, (context) => {
      allow(context, 'application');
      const organization = { organizationId: world.organizationId, organizationName: 'Sandbox', permission: 'organization_admin' };
      return context.json({ organizations: [organization] });
    });
  }
};

interface Asked {
  name: string;
  regionId?: string | undefined;
  allowedOrigin: string;
  tags?: TagSelection | undefined;
}

/** The camelCase call. @throws 403 for another organization, 500 when two workspaces have the user's name */
async function camelPayload(context: SandboxContext, world: World) {
  allow(context, 'application');
  const body = await readBody(context.req, CAMEL_FIELDS, ['allowedOrigin', 'externalUserId', 'organizationId']);
  const { allowedOrigin = '', externalUserId = '', organizationId = '' } = body;
  if (isUuid(organizationId) && organizationId.toLowerCase() !== world.organizationId) throw publicProblem(403, 'forbidden', 'The request is forbidden.');
  const namesakes = [...world.state.workspaces.values()].filter(({ name, deletedAt }) => name === externalUserId && deletedAt === null);
  if (namesakes.length > 1) throw publicProblem(500, 'unexpected-problem', 'Several workspaces have this name.');
  return widgetPayload(context, world, { name: externalUserId, allowedOrigin });
}

async function widgetPayload(context: SandboxContext, world: World, { name, regionId, allowedOrigin, tags }: Asked) {
  const workspace = world.state.ensureWorkspace(name, regionId);
  const widgetUrl = new URL('/embedded-widget', context.req.url);
  widgetUrl.searchParams.set('workspaceId', workspace.id);
  widgetUrl.searchParams.set('allowedOrigin', allowedOrigin);
  return { token: await world.tokens.scoped(workspace, tags), widgetUrl: widgetUrl.href };
}

/** Base64 with its padding, of JSON that may hold any letters. */
const wrapped = (payload: unknown): string => btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(payload))));
