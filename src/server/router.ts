import { Hono } from 'hono/tiny';
import { ConnectError, toConnectError } from '../core/index.js';
import { errorAnswer, finish } from './answer.js';
import { routeOf } from './basePath.js';
import { whoAsks } from './call.js';
import { allowedOrigin, corsHeaders, preflight, requireOrigin } from './origins.js';
import type { Parts } from './parts.js';
import { pathForLog } from './pathForLog.js';
import type { Report } from './report.js';
import { reportError } from './reportError.js';
import { requestIdOf } from './requestId.js';
import { ROUTES, type Route } from './routes/table.js';
import { requireWireVersion } from './wireVersion.js';

export interface RouterOptions {
  basePath: string;
  /** @throws {ConnectError} `handler_misconfigured` */
  parts: () => Parts;
  report: Report;
}

/** A request that is being answered. */
interface Asked {
  request: Request;
  params: Readonly<Record<string, string>>;
  requestId: string;
  /** Filled when it is known, for the log. */
  userId: string | null;
}

type Work = (asked: Asked) => Promise<Response> | Response;

/** From a request to an answer, which is JSON also where something fails. */
export function createRouter({ basePath, parts, report }: RouterOptions): (request: Request) => Promise<Response> {
  const app = new Hono({ getPath: (request) => routeOf(new URL(request.url).pathname, basePath) });
  const answered = (work: Work) => (context: { req: { raw: Request; param(): Record<string, string> } }) =>
    answer({ request: context.req.raw, params: context.req.param(), requestId: requestIdOf(context.req.raw), userId: null }, work);

  async function answer(asked: Asked, work: Work): Promise<Response> {
    try {
      return finish(await work(asked), asked.requestId, cors(asked.request));
    } catch (thrown) {
      reportError({ report, ...asked }, asked.userId, thrown);
      return finish(errorAnswer(toConnectError(thrown), asked.requestId), asked.requestId, cors(asked.request));
    }
  }

  /** A page of an allowed origin may read failures too. Where the options are wrong, no origin is known. */
  function cors(request: Request): Record<string, string> {
    try {
      return corsHeaders(allowedOrigin(request, parts().settings.allowedOrigins));
    } catch {
      return {};
    }
  }

  for (const path of new Set(ROUTES.map((route) => route.path))) {
    const routes = ROUTES.filter((route) => route.path === path);
    for (const route of routes)
      app.on(
        route.method,
        path,
        answered((asked) => run(route, asked, parts())),
      );
    app.options(
      path,
      answered(({ request }) => preflight(request, parts().settings.allowedOrigins)),
    );
    app.all(
      path,
      answered(({ request }) => methodNotAllowed(request, routes)),
    );
  }
  app.notFound(answered(({ request }) => routeNotFound(request, basePath)));
  return async (request) => app.fetch(request);
}

async function run(route: Route, asked: Asked, parts: Parts): Promise<Response> {
  try {
    return await admitted(route, asked, parts);
  } catch (thrown) {
    if (route.failed === undefined) throw thrown;
    const { request, params, requestId, userId } = asked;
    return route.failed({ ...parts, request, params, requestId, userId }, thrown);
  }
}

/** Refuses early: origin, session; then the body and Airbyte, in the route. */
async function admitted(route: Route, asked: Asked, parts: Parts): Promise<Response> {
  requireOrigin(asked.request, parts.settings.allowedOrigins);
  requireWireVersion(asked.request);
  const userId = await whoAsks(parts.settings, asked.request);
  asked.userId = userId;
  const { request, params, requestId } = asked;
  if (route.session === 'optional') {
    const work = () => route.run({ ...parts, request, params, requestId, userId });
    return userId === null ? work() : parts.limited(userId, work);
  }
  if (userId === null) throw new ConnectError('session_missing', '`authorize` answered null: nobody is signed in.');
  return parts.limited(userId, () => route.run({ ...parts, request, params, requestId, userId }));
}

function methodNotAllowed({ method }: Request, routes: readonly Route[]): never {
  throw new ConnectError('method_not_allowed', `${method} is not one of: ${routes.map((route) => route.method).join(', ')}.`);
}

function routeNotFound({ method, url }: Request, basePath: string): never {
  throw new ConnectError(
    'route_not_found',
    `${method} ${pathForLog(url)} is no route of the handler mounted at ${basePath}. Where it is mounted elsewhere, set \`basePath\`.`,
  );
}
