import type { CatalogEntry } from '../../catalog/index.js';
import type { JsonObject } from '../../core/index.js';
import { readBody, unprocessable } from '../bodies.js';
import { publicProblem } from '../errors.js';
import type { OAuthSecret, StoredConnector, Workspace } from '../state.js';
import type { Bearer } from '../tokens.js';
import type { World } from '../world.js';
import { allow, type CallFamily, findWorkspaceById, type SandboxContext } from './callContext.js';
import { type ConfigurationParts, readConfiguration, shownConfiguration } from './configuration.js';
import { addConnector, connectorsOf, findConnector } from './connectorStore.js';
import { entryOf, readId } from './definitions.js';
import { readPublicOffset } from './publicList.js';
import { notFound } from './publicWorkspaces.js';
import { findSecret } from './secretIds.js';
import { globalTemplate } from './templateStore.js';
import { workspacesOf } from './workspaceStore.js';

const CREATE_FIELDS = {
  name: 'string',
  workspaceId: 'uuid',
  definitionId: 'uuid',
  configuration: 'object',
  secretId: 'string',
  resourceAllocation: 'object',
} as const;
const PATCH_FIELDS = { name: 'string', workspaceId: 'uuid', configuration: 'object', secretId: 'string', resourceAllocation: 'object' } as const;
const PUT_FIELDS = { name: 'string', configuration: 'object', resourceAllocation: 'object' } as const;

/** Sources of the public API, on Cloud and self-managed. A scoped token reaches its own workspace. */
export const publicSourceCalls: CallFamily = (app, world) => {
  for (const base of ['/v1/sources', '/api/public/v1/sources']) {
    app.post(base, async (context) => {
      const bearer = allow(context, 'application', 'scoped');
      const body = await readBody(context.req, CREATE_FIELDS, ['name', 'workspaceId', 'configuration']);
      const workspace = reachable(world, bearer, body.workspaceId ?? '');
      const { configuration = {} } = body;
      const entry = await entryNamed(world, configuration.sourceType, body.definitionId);
      const secret = body.secretId ? usableSecret(world, workspace, entry, body.secretId) : null;
      const parts = accepted(readConfiguration({ entry, configuration, granted: secret?.credentials ?? null }));
      if (body.secretId) world.state.secrets.delete(body.secretId);
      const templateId = globalTemplate(world, { ...entry, category: entry.words.category }).id;
      const definition = { id: entry.id, slug: entry.slug, name: entry.name, category: entry.words.category };
      const common = { workspace, definition, templateId, name: body.name ?? null, ...parts };
      const source = addConnector(world, { ...common, environment: { ...secret?.environment, ...parts.environment } });
      return context.json(sourceAnswer(source, entry));
    });

    app.get(base, async (context) => {
      allow(context, 'application');
      const { page, wanted, includeDeleted } = readPublicOffset(context);
      const all = workspacesOf(world).flatMap(({ id }) => (wanted.length === 0 || wanted.includes(id) ? connectorsOf(world, id) : []));
      const shown = all.filter(({ deletedAt }) => includeDeleted || deletedAt === null);
      const entries = new Map(await Promise.all(shown.map(async ({ definition }) => [definition.id, await entryOf(world, definition.id)] as const)));
      return context.json(
        page(shown, (source) => {
          const entry = entries.get(source.definition.id);
          return entry ? sourceAnswer(source, entry) : {};
        }),
      );
    });

    app.get(`${base}/:id`, async (context) => {
      const source = ownSource(context, world);
      return context.json(sourceAnswer(source, await entryOf(world, source.definition.id)));
    });

    app.patch(`${base}/:id`, async (context) => {
      const source = ownSource(context, world);
      const { name = source.name, configuration, secretId } = await readBody(context.req, PATCH_FIELDS);
      const entry = await entryOf(world, source.definition.id);
      const secret = secretId ? usableSecret(world, source.workspace, entry, secretId) : null;
      const merged = { ...source.configuration, ...configuration };
      const granted = secret?.credentials ?? (source.configuration?.credentials === undefined ? source.credentials : null);
      const parts = configuration || secret ? accepted(readConfiguration({ entry, configuration: merged, granted })) : {};
      if (secretId) world.state.secrets.delete(secretId);
      return context.json(sourceAnswer(Object.assign(source, parts, { name, updatedAt: world.now() }), entry));
    });

    app.put(`${base}/:id`, async (context) => {
      const source = ownSource(context, world);
      const { name, configuration = {} } = await readBody(context.req, PUT_FIELDS, ['name', 'configuration']);
      const entry = await entryOf(world, source.definition.id);
      return context.json(sourceAnswer(Object.assign(source, accepted(readConfiguration({ entry, configuration })), { name, updatedAt: world.now() }), entry));
    });

    app.delete(`${base}/:id`, (context) => {
      ownSource(context, world).deletedAt = world.now();
      return context.body(null, 204);
    });
  }
};

/** A source, with masks for its secrets. `createdAt` is in seconds. */
function sourceAnswer(source: StoredConnector, entry: CatalogEntry): JsonObject {
  const { id, name, definition, workspace, configuration, replicationConfig, environment, createdAt } = source;
  return {
    sourceId: id,
    name,
    sourceType: definition.slug,
    definitionId: definition.id,
    workspaceId: workspace.id,
    configuration: shownConfiguration(configuration ?? { ...environment, ...replicationConfig }, entry),
    createdAt: Math.floor(createdAt / 1000),
  };
}

/** @throws 404 when the workspace is unknown, 403 when it is another than the token's */
export function reachable(world: World, bearer: Bearer, workspaceId: string): Workspace {
  const workspace = findWorkspaceById(world, workspaceId);
  if (bearer.kind === 'scoped' && bearer.workspace.id !== workspace?.id) throw publicProblem(403, 'forbidden', 'The request is forbidden.');
  if (!workspace) throw notFound('WORKSPACE', workspaceId);
  return workspace;
}

function ownSource(context: SandboxContext, world: World): StoredConnector {
  const bearer = allow(context, 'application', 'scoped');
  const id = readId(context.req.param('id') ?? '', context.req.path);
  const source = findConnector(world, id);
  if (!source) throw notFound('SOURCE', id);
  if (bearer.kind === 'scoped' && bearer.workspace.id !== source.workspace.id) throw publicProblem(403, 'forbidden', 'The request is forbidden.');
  return source;
}

/** @throws 422 when nothing names the type, 400 when it is unknown */
export async function entryNamed(world: World, sourceType: unknown, definitionId?: string): Promise<CatalogEntry> {
  if (!definitionId && typeof sourceType !== 'string') throw unprocessable('configuration.sourceType or definitionId is required');
  const value = definitionId?.toLowerCase() ?? sourceType;
  const listing = world.catalog.list().find(({ id, slug }) => (definitionId ? id : slug) === value);
  if (!listing) throw publicProblem(400, 'value-not-found', 'The submitted value could not be found.', { value });
  return entryOf(world, listing.id);
}

/** What a consent gave. @throws 400 when it serves no more, or when the workspace has an OAuth app of its own for the type */
function usableSecret(world: World, workspace: Workspace, { id, slug, name }: CatalogEntry, secretId: string): OAuthSecret {
  if (workspace.oauthApps.has(slug))
    throw publicProblem(400, 'bad-request', `The workspace has an OAuth app of its own for ${name}: secretId does not go with it.`);
  const secret = findSecret(world, secretId, { workspaceId: workspace.id, definitionId: id });
  if (!secret) throw publicProblem(400, 'bad-request', 'Invalid secret_id');
  return secret;
}

function accepted(read: ConfigurationParts | { problem: string }): ConfigurationParts {
  if ('problem' in read) throw unprocessable(`The provided configuration does not fulfill the specification. Errors: ${read.problem}`);
  return read;
}
