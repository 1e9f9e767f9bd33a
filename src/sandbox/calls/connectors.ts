import type { CatalogEntry } from '../../catalog/index.js';
import type { JsonObject } from '../../core/index.js';
import { readBody } from '../bodies.js';
import { agentError, valueError } from '../errors.js';
import { ownSpec } from '../ownDefinitions.js';
import type { Workspace } from '../state.js';
import type { World } from '../world.js';
import { allow, allowWorkspace, type CallFamily, findWorkspaceById, type SandboxContext, workspaceNamed } from './callContext.js';
import { addConnector, connectorAnswer, connectorItem, connectorOf, connectorsOf, type NewConnector } from './connectorStore.js';
import { matchAuthScheme, requireSettings } from './credentials.js';
import { entryOf, readId, readType, TYPE_FIELDS } from './definitions.js';
import { requireConfiguration } from './ownConfiguration.js';
import { withPresets } from './presets.js';
import { type readSecret, redeemSecret } from './secretIds.js';
import { readTenant, TENANT_FIELDS } from './tenant.js';

const CREATE_FIELDS = {
  ...TENANT_FIELDS,
  ...TYPE_FIELDS,
  name: 'string',
  credentials: 'object',
  replication_config: 'object',
  environment: 'object',
  server_side_oauth_secret_id: 'string',
} as const;

/** Connectors of a workspace. */
export const connectorCalls: CallFamily = (app, world) => {
  app.post('/api/v1/integrations/connectors', async (context) => {
    const { entry, ...connector } = await readNewConnector(context, world, redeemSecret);
    return context.json(connectorAnswer(world, addConnector(world, connector), entry));
  });

  app.get('/api/v1/integrations/connectors', (context) => {
    allow(context, 'application');
    const definitionId = context.req.query('definition_id');
    const shown = connectorsOf(world, askedWorkspace(context, world).id).filter(({ definition }) => !definitionId || definition.id === definitionId);
    return context.json({ data: shown.map((connector) => connectorItem(world, connector)) });
  });

  app.get('/api/v1/integrations/connectors/:id', async (context) => {
    allow(context, 'application');
    const connector = connectorOf(world, readId(context.req.param('id')));
    return context.json(connectorAnswer(world, connector, await entryOf(world, connector.definition.id)));
  });

  app.put('/api/v1/integrations/connectors/:id', async (context) => {
    allow(context, 'application');
    const connector = connectorOf(world, readId(context.req.param('id')));
    const { name, replication_config: replicationConfig } = await readBody(context.req, { name: 'string', replication_config: 'object' });
    const entry = await entryOf(world, connector.definition.id);
    if (replicationConfig) requireSettings(entry, { replication_config: replicationConfig });
    connector.name = name || connector.name;
    connector.replicationConfig = replicationConfig ?? connector.replicationConfig;
    connector.updatedAt = world.now();
    return context.json(connectorAnswer(world, connector, entry));
  });

  app.delete('/api/v1/integrations/connectors/:id', (context) => {
    allow(context, 'application');
    connectorOf(world, readId(context.req.param('id'))).deletedAt = world.now();
    return context.json({ job_id: world.state.nextId('job') }, 202);
  });
};

/** The workspace that a list asks for. @throws 422 when it names none, 404 when it was never seen */
function askedWorkspace(context: SandboxContext, world: World): Workspace {
  const { workspace_id: id, workspace_name, customer_name, external_user_id } = context.req.query();
  const name = workspace_name || customer_name || external_user_id;
  if (name) return workspaceNamed(world, name);
  if (!id) throw valueError('One of workspace_id, workspace_name, customer_name, or external_user_id must be provided');
  const workspace = findWorkspaceById(world, id);
  if (!workspace) throw agentError(404, 'Workspace not found');
  return workspace;
}

/** Reads and judges the body of a create, without storing anything. `secretOf` says whether a secret id in it is used up. */
export async function readNewConnector(context: SandboxContext, world: World, secretOf: typeof readSecret): Promise<NewConnector & { entry: CatalogEntry }> {
  const bearer = allow(context, 'application', 'scoped');
  const body = await readBody(context.req, CREATE_FIELDS);
  const tenant = readTenant(body);
  const { definition, template } = readType(world, body);
  const { credentials, replication_config: replicationConfig = {}, server_side_oauth_secret_id: secretId } = body;
  if (!credentials && !body.replication_config && !secretId) {
    throw valueError('At least one of credentials, replication_config, or server_side_oauth_secret_id must be provided');
  }
  allowWorkspace(bearer, tenant.name);
  const workspace = workspaceNamed(world, tenant.name);
  const entry = await entryOf(world, definition.id);
  const common = { entry, workspace, definition, templateId: template.id, name: body.name ?? null, replicationConfig };
  if (secretId) {
    requireSettings(entry, { replication_config: replicationConfig }, template.presets);
    const secret = secretOf(world, secretId, { workspaceId: workspace.id, definitionId: definition.id });
    return { ...common, credentials: secret.credentials, environment: { ...secret.environment, ...body.environment } };
  }
  return {
    ...common,
    ...keyCredentials(entry, credentials ?? {}, { environment: body.environment ?? {}, replication_config: replicationConfig }, template.presets),
  };
}

type Settings = Record<'environment' | 'replication_config', JsonObject>;

function keyCredentials(entry: CatalogEntry, credentials: JsonObject, settings: Settings, presets: JsonObject) {
  const spec = ownSpec(entry);
  if (spec === null) {
    matchAuthScheme(entry, credentials, presets);
    requireSettings(entry, settings, presets);
  } else requireConfiguration(spec, withPresets(settings.replication_config, presets));
  return { credentials, environment: settings.environment };
}
