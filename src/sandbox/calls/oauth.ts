import { readBody } from '../bodies.js';
import { agentError } from '../errors.js';
import { allow, allowWorkspace, type CallFamily } from './callContext.js';
import { requireSettings } from './credentials.js';
import { entryOf, readType, TYPE_FIELDS } from './definitions.js';
import { startConsent, supportsOAuth } from './startConsent.js';
import { templatesOf } from './templateStore.js';
import { readTenant, TENANT_FIELDS } from './tenant.js';

const NOT_ENABLED = 'No organization-specific source template configured for this connector type.';

const INITIATE_FIELDS = {
  ...TENANT_FIELDS,
  ...TYPE_FIELDS,
  redirect_url: 'url',
  name: 'string',
  replication_config: 'object',
  environment: 'object',
  oauth_input_configuration: 'object',
} as const;

/** The start of a sign-in. The workspace is made when it is new. */
export const oauthCalls: CallFamily = (app, world) => {
  app.post('/api/v1/integrations/connectors/oauth/initiate', async (context) => {
    const bearer = allow(context, 'application', 'scoped');
    const { redirect_url: redirectUrl = '', ...body } = await readBody(context.req, INITIATE_FIELDS, ['redirect_url']);
    const { name: workspaceName, generation } = readTenant(body);
    allowWorkspace(bearer, workspaceName);
    const { definition, template } = readType(world, body);
    // `createConnector` has no such rule.
    if (templatesOf(world, definition.id).length === 0) throw agentError(400, NOT_ENABLED);
    const entry = await entryOf(world, definition.id);
    if (!supportsOAuth(entry)) throw agentError(400, `${definition.name} does not support OAuth.`);
    const environment = { ...body.oauth_input_configuration, ...body.environment };
    const replicationConfig = body.replication_config ?? {};
    // In the current generation Airbyte makes the connector itself, so it needs everything now.
    const asked = { ...entry, settings: entry.settings.filter(({ filledByConsent }) => filledByConsent !== true) };
    requireSettings(asked, { environment, ...(generation === 'current' ? { replication_config: replicationConfig } : {}) }, template.presets);
    const workspace = world.state.ensureWorkspace(workspaceName);
    const common = { generation, workspace, definition, templateId: template.id, redirectUrl, environment };
    return context.json({ consent_url: startConsent(world, { ...common, name: body.name ?? null, replicationConfig }) });
  });
};
