import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { HTTPException } from 'hono/http-exception';
import { agentWorkspaceCalls } from './calls/agentWorkspaces.js';
import type { CallFamily, SandboxApp, SandboxEnv } from './calls/callContext.js';
import { checkCalls } from './calls/checks.js';
import { connectorCalls } from './calls/connectors.js';
import { definitionCalls } from './calls/definitions.js';
import { executeCalls } from './calls/execute.js';
import { instanceCalls } from './calls/instances.js';
import { oauthCalls } from './calls/oauth.js';
import { oauthAppCalls } from './calls/oauthApps.js';
import { publicOAuthCalls } from './calls/publicOAuth.js';
import { publicSourceCalls } from './calls/publicSources.js';
import { publicWorkspaceCalls } from './calls/publicWorkspaces.js';
import { templateSourceCalls } from './calls/templateSources.js';
import { templateCalls } from './calls/templates.js';
import { templateTagCalls } from './calls/templateTags.js';
import { tokenCalls } from './calls/tokens.js';
import { widgetTokenCalls } from './calls/widgetTokens.js';
import { contractCallOf } from './contractCalls.js';
import { hostError } from './errors.js';
import { type FaultRules, playFault } from './faults.js';
import type { RequestLog } from './record.js';
import type { World } from './world.js';

// Fixed paths come before `/:id`.
const FAMILIES: readonly CallFamily[] = [
  tokenCalls,
  widgetTokenCalls,
  definitionCalls,
  templateTagCalls,
  templateCalls,
  oauthAppCalls,
  oauthCalls,
  checkCalls,
  executeCalls,
  connectorCalls,
  instanceCalls,
  templateSourceCalls,
  agentWorkspaceCalls,
  publicOAuthCalls,
  publicSourceCalls,
  publicWorkspaceCalls,
];

/** A call that the sandbox does not answer. */
export interface UnknownCall {
  method: string;
  path: string;
  /** Whether the contract has such a call at all. */
  inContract: boolean;
}

export interface ApiAppOptions {
  world: World;
  faults: FaultRules;
  log: RequestLog;
  onUnknownCall: (call: UnknownCall) => void;
}

/** The three hosts of the contract on one origin. */
export function createApiApp({ world, faults, log, onUnknownCall }: ApiAppOptions): SandboxApp {
  const app: SandboxApp = new Hono<SandboxEnv>({ strict: false });
  // Token mode calls from the browser.
  app.use(
    cors({
      origin: '*',
      allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      allowHeaders: ['authorization', 'content-type', 'x-organization-id'],
      exposeHeaders: ['content-disposition', 'retry-after'],
      maxAge: 600,
    }),
  );
  app.use(async (context, next) => {
    const bearer = await world.tokens.read(context.req.header('authorization') ?? null);
    context.set('bearer', bearer);
    const operationId = contractCallOf(context.req.method, context.req.path)?.operationId ?? null;
    const entry = await log.add(context.req.raw, { operationId, bearer: bearer.kind });
    const answer = async () => {
      await next();
      return context.res;
    };
    const fault = faults.take({ method: context.req.method, pathname: context.req.path, operationId });
    if (fault?.kind === 'paging') context.set('pagingFault', fault.paging);
    if (fault) context.res = await playFault(fault, context.req.path, answer);
    else await answer();
    entry.status = context.res.status;
  });
  for (const add of FAMILIES) add(app, world);
  app.notFound((context) => {
    const { method, path } = context.req;
    const inContract = contractCallOf(method, path) !== null;
    onUnknownCall({ method, path, inContract });
    const message = inContract ? `The sandbox does not answer ${method} ${path}.` : `${method} ${path} is not in the contract.`;
    return hostError(path, inContract ? 501 : 404, message).getResponse();
  });
  app.onError((error, { req }) => {
    if (error instanceof HTTPException) return error.getResponse();
    return hostError(req.path, 500, `The sandbox itself failed: ${error.message}`).getResponse();
  });
  return app;
}
