import { isJsonObject, type JsonObject } from '../../core/index.js';
import { parseJson, readBody } from '../bodies.js';
import { agentError, publicErrorId, publicProblem } from '../errors.js';
import { APPLICATION_TOKEN_LIFE, SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET } from '../tokens.js';
import { allow, type CallFamily, type SandboxContext } from './callContext.js';
import { readTenant, TENANT_FIELDS } from './tenant.js';

const isClient = (body: JsonObject) => body.client_id === SANDBOX_CLIENT_ID && body.client_secret === SANDBOX_CLIENT_SECRET;

/** Application, scoped and embedded tokens. */
export const tokenCalls: CallFamily = (app, world) => {
  const publicToken = async (context: SandboxContext) => {
    const body = await readTokenForm(context);
    if (!isClient(body)) throw publicErrorId(401, 'client-credentials');
    return context.json({ access_token: await world.tokens.application(), token_type: 'Bearer', expires_in: APPLICATION_TOKEN_LIFE });
  };
  app.post('/v1/applications/token', publicToken);
  app.post('/api/public/v1/applications/token', publicToken);

  app.post('/api/v1/account/applications/token', async (context) => {
    const body = await readBody(context.req, { client_id: 'string', client_secret: 'string' }, ['client_id', 'client_secret']);
    if (!isClient(body)) throw agentError(401, 'Unauthorized');
    const token = await world.tokens.application();
    return context.json({ access_token: token, token_type: 'bearer', expires_in: APPLICATION_TOKEN_LIFE, organization_id: world.organizationId });
  });

  const scopedToken = async (context: SandboxContext) => {
    allow(context, 'application');
    const body = await readBody(context.req, { ...TENANT_FIELDS, region_id: 'uuid' });
    return world.tokens.scoped(world.state.ensureWorkspace(readTenant(body).name));
  };
  app.post('/api/v1/account/applications/scoped-token', async (context) => context.json({ token: await scopedToken(context) }));
  // The guide prints `access_token` for this path, the specifications `token`: it answers both.
  app.post('/api/v1/embedded/scoped-token', async (context) => {
    const token = await scopedToken(context);
    return context.json({ token, access_token: token });
  });

  const info = (tenantField: string) => (context: SandboxContext) => {
    const bearer = allow(context, 'scoped');
    const workspace = bearer.kind === 'scoped' ? { workspace_id: bearer.workspace.id, [tenantField]: bearer.workspace.name } : {};
    return context.json({ organization_id: world.organizationId, ...workspace });
  };
  app.get('/api/v1/account/applications/scoped-token/info', info('workspace_name'));
  app.get('/api/v1/embedded/scoped-token/info', info('external_user_id'));
};

/** The public token call takes JSON and forms, with `grant-type`, `grant_type` or neither. */
async function readTokenForm(context: SandboxContext): Promise<JsonObject> {
  const text = await context.req.text();
  const isForm = context.req.header('content-type')?.includes('application/x-www-form-urlencoded');
  const body = isForm ? Object.fromEntries(new URLSearchParams(text)) : parseJson(text);
  if (!isJsonObject(body)) throw publicProblem(400, 'bad-request', 'The body of the request was not understood.');
  if (typeof body.client_id !== 'string' || typeof body.client_secret !== 'string')
    throw publicProblem(400, 'bad-request', 'client_id and client_secret are required.');
  const grant = body['grant-type'] ?? body.grant_type ?? 'client_credentials';
  if (grant !== 'client_credentials') throw publicProblem(400, 'bad-request', 'The grant type is not supported.');
  return body;
}
