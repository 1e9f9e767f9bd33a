import type { CatalogEntry, CatalogField } from '../../catalog/index.js';
import type { JsonObject } from '../../core/index.js';
import { readBody } from '../bodies.js';
import { agentError } from '../errors.js';
import type { StoredConnector } from '../state.js';
import type { World } from '../world.js';
import { allow, type CallFamily, workspaceNamed } from './callContext.js';
import { addConnector, findConnector, instancesOf } from './connectorStore.js';
import { isBlank } from './credentials.js';
import { entryOf, readId } from './definitions.js';
import { globalTemplate } from './templateStore.js';

const CREATE_FIELDS = { connector_definition_id: 'string', auth_config: 'object', name: 'string', user_config: 'object' } as const;

/** Instances, the oldest generation: made with a scoped token, in its workspace. */
export const instanceCalls: CallFamily = (app, world) => {
  app.post('/api/v1/connectors/instances', async (context) => {
    const bearer = allow(context, 'scoped');
    const body = await readBody(context.req, CREATE_FIELDS, ['connector_definition_id', 'auth_config']);
    const definition = world.catalog.list().find(({ id }) => id === body.connector_definition_id?.toLowerCase());
    // 404 is not declared for this call.
    if (!definition || bearer.kind !== 'scoped') throw agentError(400, 'Connector definition not found');
    const entry = await entryOf(world, definition.id);
    const { auth_config: authConfig = {}, user_config: userConfig = {} } = body;
    const parts = { credentials: authConfig, environment: {}, replicationConfig: userConfig, name: body.name ?? null };
    requireAuthConfig(entry, authConfig);
    const common = { kind: 'instance' as const, workspace: bearer.workspace, definition, templateId: globalTemplate(world, definition).id };
    const { id, name } = addConnector(world, { ...common, ...parts });
    return context.json({ id, name }, 201);
  });

  app.get('/api/v1/connectors/instances_for_user', (context) => {
    allow(context, 'application');
    const { username, external_user_id, definition_id: definitionId } = context.req.query();
    const workspace = workspaceNamed(world, username || external_user_id || '');
    const shown = instancesOf(world, workspace.id).filter(({ definition }) => !definitionId || definition.id === definitionId);
    return context.json({ instances: shown.map(instanceAnswer) });
  });

  app.get('/api/v1/connectors/instances/:id', (context) => {
    const bearer = allow(context, 'scoped');
    const instance = findConnector(world, readId(context.req.param('id')), 'instance');
    // Somebody else's does not exist, and a recycled one is only listed.
    if (!instance || bearer.kind !== 'scoped' || instance.workspace.id !== bearer.workspace.id || isRecycled(world, instance))
      throw agentError(404, 'Connector not found');
    return context.json(instanceAnswer(instance));
  });
};

/** Whether Airbyte has put an instance away, because nobody used it. */
export const isRecycled = (world: World, { usedAt }: StoredConnector): boolean => world.now() >= usedAt + world.instanceIdle;

/** What is known of an instance without using it. */
const instanceAnswer = ({ id, definition, name, replicationConfig }: StoredConnector): JsonObject => ({
  id,
  definition_id: definition.id,
  name,
  user_config: replicationConfig,
});

/** A key of the oldest generation; today's name is read too. */
const namesOf = (field: CatalogField & { authConfigName?: string }): string[] => [field.name, ...(field.authConfigName ? [field.authConfigName] : [])];

/**
 * Checks that the keys are those of one sign-in method, with the settings that its addresses need.
 * @throws 400 in the documented words
 */
function requireAuthConfig({ methods, settings }: CatalogEntry, authConfig: JsonObject): void {
  const environment = settings.filter(({ place }) => place === 'environment');
  const schemes = methods.map(({ key, kind, fields }) => ({ key, fields: kind === 'oauth' && fields.length === 0 ? OAUTH_FIELDS : fields }));
  const provided = Object.keys(authConfig);
  const has = (field: CatalogField) => namesOf(field).some((name) => !isBlank(authConfig[name]));
  const fits = (fields: readonly CatalogField[]) => {
    const known = [...fields, ...settings].flatMap(namesOf);
    return [...fields, ...environment].every((field) => !field.required || has(field)) && provided.every((name) => known.includes(name));
  };
  if (schemes.some(({ fields }) => fits(fields))) return;
  const available = schemes.map(({ key, fields }) => `${key} (${[...fields, ...environment].map((field) => namesOf(field).at(-1)).join(', ')})`);
  const keys = provided.map((key) => `'${key}'`).join(', ');
  throw agentError(400, `Credentials do not match any auth scheme. Provided keys: [${keys}]. Available schemes: ${available.join('; ')}`);
}

/** A sign-in that was done elsewhere; the guides put HubSpot's token here. */
const OAUTH_FIELDS: readonly CatalogField[] = ['access_token', 'refresh_token', 'client_id', 'client_secret'].map((name) => ({
  name,
  place: 'credentials',
  type: 'string',
  required: name === 'access_token',
  secret: true,
}));
