import type { CatalogEntry, CatalogListing } from '../../catalog/index.js';
import type { JsonObject } from '../../core/index.js';
import { readBody } from '../bodies.js';
import { agentError, invalid, valueError } from '../errors.js';
import type { StoredOAuthApp } from '../state.js';
import type { World } from '../world.js';
import { allow, type CallFamily, type SandboxContext } from './callContext.js';
import { times } from './connectorStore.js';
import { isBlank } from './credentials.js';
import { entryOf } from './definitions.js';
import { supportsOAuth } from './startConsent.js';

const FIELDS = { connector_type: 'string', connector_definition_id: 'uuid', configuration: 'object' } as const;
const PATH = '/api/v1/oauth/credentials';

/** The organization's own OAuth apps. What was stored never comes back. */
export const oauthAppCalls: CallFamily = (app, world) => {
  app.put(PATH, async (context) => {
    allow(context, 'application');
    await refuseUnknownProperties(context);
    const body = await readBody(context.req, FIELDS, ['configuration']);
    const { id: definitionId } = askedDefinition(world, body.connector_type, body.connector_definition_id);
    const entry = await oauthEntry(world, definitionId);
    const { configuration = {} } = body;
    const lacking = required(overrideSpec(entry)).filter((name) => isBlank(configuration[name]));
    if (lacking.length > 0) throw invalid(lacking.map((name) => ({ field: `configuration.${name}`, message: 'Field required', error_code: 'missing' })));
    const old = world.state.oauthApps.get(definitionId);
    const now = world.now();
    const stored = { id: old?.id ?? world.state.nextId('oauth-app'), definitionId, configuration, createdAt: old?.createdAt ?? now, updatedAt: now };
    world.state.oauthApps.set(definitionId, stored);
    return context.json(appAnswer(world, stored));
  });

  app.delete(`${PATH}/connector_type/:type`, (context) => {
    allow(context, 'application');
    const { id } = askedDefinition(world, context.req.param('type'), undefined);
    if (!world.state.oauthApps.delete(id)) throw agentError(404, 'OAuth credentials not found');
    return context.body(null, 204);
  });

  app.get(`${PATH}/spec`, async (context) => {
    allow(context, 'application');
    const { id } = askedDefinition(world, context.req.query('connector_type'), undefined);
    return context.json(overrideSpec(await oauthEntry(world, id)));
  });
};

const appAnswer = (world: World, app: StoredOAuthApp): JsonObject => ({
  id: app.id,
  scope_type: 'organization',
  scope_id: world.organizationId,
  // Not the type that was sent: the kind of thing that it is.
  connector_type: 'source',
  connector_definition_id: app.definitionId,
  ...times(app),
});

/** Unlike other calls this one refuses what it does not know. */
async function refuseUnknownProperties(context: SandboxContext): Promise<void> {
  const body: unknown = await context.req.json().catch(() => null);
  const unknown = Object.keys(Object(body)).filter((name) => !(name in FIELDS));
  if (unknown.length > 0) throw invalid(unknown.map((field) => ({ field, message: 'Extra inputs are not permitted', error_code: 'extra_forbidden' })));
}

/** @throws 422 unless exactly one is given, 404 when there is no such definition: the name has its own spaces, or hyphens, never underscores */
function askedDefinition(world: World, type: string | undefined, id: string | undefined): CatalogListing {
  if (Boolean(type) === Boolean(id)) throw valueError('Exactly one of connector_type and connector_definition_id must be provided');
  const wanted = (type ?? '').trim().toLowerCase();
  const isNamed = ({ name, slug }: CatalogListing) => name.toLowerCase() === wanted || slug === wanted;
  const definition = world.catalog.list().find((candidate) => (id ? candidate.id === id.toLowerCase() : isNamed(candidate)));
  if (!definition) throw agentError(404, `Connector '${type ?? id}' not found`);
  return definition;
}

/** @throws 400 when the definition has no OAuth */
async function oauthEntry(world: World, definitionId: string): Promise<CatalogEntry> {
  const entry = await entryOf(world, definitionId);
  if (!supportsOAuth(entry)) throw agentError(400, `${entry.name} does not support OAuth.`);
  return entry;
}

const overrideSpec = ({ name }: CatalogEntry): JsonObject => ({
  type: 'object',
  title: `${name} OAuth app`,
  required: ['client_id', 'client_secret'],
  properties: {
    client_id: { type: 'string', title: 'Client ID' },
    client_secret: { type: 'string', title: 'Client secret', airbyte_secret: true },
  },
});

const required = (spec: JsonObject): string[] => (Array.isArray(spec.required) ? spec.required.map(String) : []);
