import { type BodyOf, readBody, unprocessable } from '../bodies.js';
import { publicProblem } from '../errors.js';
import { allow, type CallFamily, type SandboxContext } from './callContext.js';
import { OAUTH_ACTORS } from './oauthActors.js';
import { entryNamed, reachable } from './publicSources.js';
import { notFound, publicWorkspaceOf } from './publicWorkspaces.js';
import { startConsent } from './startConsent.js';
import { globalTemplate } from './templateStore.js';

const INITIATE_FIELDS = {
  redirectUrl: 'string',
  workspaceId: 'uuid',
  sourceType: 'string',
  oAuthInputConfiguration: 'object',
  requestedScopes: 'strings',
  requestedOptionalScopes: 'strings',
} as const;
const APP_FIELDS = { actorType: 'string', name: 'string', configuration: 'object' } as const;
const APPS = '/v1/workspaces/:id/oauthCredentials';

/** Sign-ins of the public API and the OAuth apps of a workspace. Cloud only: self-managed answers 501 without a body. */
export const publicOAuthCalls: CallFamily = (app, world) => {
  const cloudOnly = (context: SandboxContext) => {
    allow(context, 'application', 'scoped');
    return context.body(null, 501);
  };
  app.post('/api/public/v1/sources/initiateOAuth', cloudOnly);
  app.put(`/api/public${APPS}`, cloudOnly);
  app.delete(`/api/public${APPS}/:actorType/:name`, cloudOnly);

  app.post('/v1/sources/initiateOAuth', async (context) => {
    const bearer = allow(context, 'application', 'scoped');
    const body = await readBody(context.req, INITIATE_FIELDS, ['redirectUrl', 'workspaceId', 'sourceType']);
    const { redirectUrl = '', sourceType = '', oAuthInputConfiguration: environment = {} } = body;
    refuseRequest(body);
    const workspace = reachable(world, bearer, body.workspaceId ?? '');
    const entry = await entryNamed(world, sourceType);
    if (!OAUTH_ACTORS.has(sourceType)) throw publicProblem(400, 'value-not-found', 'The submitted value could not be found.', { value: sourceType });
    if (workspace.oauthApps.has(sourceType)) {
      throw publicProblem(400, 'bad-request', `The workspace has an OAuth app of its own for ${entry.name}: create sources with a full set of credentials.`);
    }
    const definition = { id: entry.id, slug: entry.slug, name: entry.name, category: entry.words.category };
    const templateId = globalTemplate(world, definition).id;
    const common = { generation: 'seed' as const, workspace, definition, templateId, redirectUrl, environment };
    return context.json({ consentUrl: startConsent(world, { ...common, name: null, replicationConfig: {} }) });
  });

  app.put(APPS, async (context) => {
    allow(context, 'application');
    const workspace = publicWorkspaceOf(context, world, context.req.param('id'));
    const { actorType = '', name = '', configuration = {} } = await readBody(context.req, APP_FIELDS, ['actorType', 'name', 'configuration']);
    if (actorType !== 'source' && actorType !== 'destination') throw unprocessable('actorType: Input should be source or destination');
    await entryNamed(world, name);
    if (Object.keys(configuration).length === 0) throw unprocessable('configuration: client_id and client_secret are required');
    workspace.oauthApps.set(name, configuration);
    return context.body(null, 200);
  });

  app.delete(`${APPS}/:actorType/:name`, (context) => {
    allow(context, 'application');
    const { id, actorType, name } = context.req.param();
    const workspace = publicWorkspaceOf(context, world, id);
    if (actorType !== 'source' || !workspace.oauthApps.delete(name)) throw notFound('OAUTH_CREDENTIALS', name);
    return context.body(null, 204);
  });
};

function refuseRequest({ redirectUrl = '', requestedScopes, requestedOptionalScopes }: BodyOf<typeof INITIATE_FIELDS>): void {
  if (!URL.canParse(redirectUrl) || new URL(redirectUrl).protocol !== 'https:') {
    const detail = 'Redirect URL format not understood. Please verify that it is a valid URI and uses HTTPS.';
    throw publicProblem(422, 'invalid-redirect-url', detail, { redirectUrl });
  }
  if (requestedOptionalScopes && !requestedScopes) throw unprocessable('requestedOptionalScopes goes with requestedScopes only');
}
