import { readBody } from '../bodies.js';
import { agentError } from '../errors.js';
import { randomToken } from '../seeded.js';
import { CONSENT_LIFE } from '../world.js';
import { allow, allowWorkspace, type CallFamily } from './callContext.js';
import { requireSettings } from './credentials.js';
import { entryOf, readType, TYPE_FIELDS } from './definitions.js';
import { readTenant, TENANT_FIELDS } from './tenant.js';

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
    const definition = readType(world, body);
    const entry = await entryOf(world, definition.id);
    if (!entry.methods.some(({ kind }) => kind === 'oauth')) throw agentError(400, `${definition.name} does not support OAuth.`);
    const environment = { ...body.oauth_input_configuration, ...body.environment };
    const replicationConfig = body.replication_config ?? {};
    // In the current generation Airbyte makes the connector itself, so it needs everything now.
    requireSettings(entry, { environment, ...(generation === 'current' ? { replication_config: replicationConfig } : {}) });
    const session = {
      id: randomToken(16),
      generation,
      workspace: world.state.ensureWorkspace(workspaceName),
      definition,
      redirectUrl,
      name: body.name ?? null,
      environment,
      replicationConfig,
      expiresAt: world.now() + CONSENT_LIFE,
      decided: false,
    };
    world.state.sessions.set(session.id, session);
    const consentUrl = new URL(world.consentPage);
    consentUrl.searchParams.set('session', session.id);
    return context.json({ consent_url: consentUrl.href });
  });
};
