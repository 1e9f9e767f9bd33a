import { connectors } from '../../src/airbyte.js';
import { type ConnectHandlerOptions, createConnectHandler } from '../../src/server.js';
import { BACKENDS, type BackendName, endpointOf, isElsewhere, USERS } from './backends.js';

export interface DemoBackendOptions {
  /** Origin of the demo app and of this backend, `http://localhost:5173`. */
  origin: string;
  /** Where the sandbox answers. */
  sandboxUrl: string;
  /** More handler options, for tests; some of them name the origin, which is known once the server listens. */
  handlerOptions?: ((origin: string) => Partial<ConnectHandlerOptions>) | undefined;
}

const isUser = (id: string | undefined): id is string => USERS.some((user) => user.id === id);

const cookieUser = (request: Request): string | null => {
  const id = /(?:^|;\s*)demo_user=([a-z]+)/.exec(request.headers.get('cookie') ?? '')?.[1];
  return isUser(id) ? id : null;
};

const bearerUser = (request: Request): string | null => {
  const id = /^Bearer demo-([a-z]+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  return isUser(id) ? id : null;
};

/** The demo's backend: a cookie session with a user switch, and one handler for each way of running the kit. */
export function createDemoBackend({ origin, sandboxUrl, handlerOptions }: DemoBackendOptions): (request: Request) => Promise<Response> {
  const handlers = new Map(BACKENDS.map((name) => [name, createHandler(name, { origin, sandboxUrl, handlerOptions })]));
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/session') return session(request);
    const backend = BACKENDS.find((name) => pathname.startsWith(`${endpointOf(name)}/`));
    const handler = backend && handlers.get(backend);
    return handler ? handler(request) : new Response('Not found', { status: 404 });
  };
}

function createHandler(name: BackendName, { origin, sandboxUrl, handlerOptions }: DemoBackendOptions) {
  return createConnectHandler({
    clientId: 'sandbox-client-id',
    clientSecret: 'sandbox-client-secret',
    authorize: name === 'bearer' || isElsewhere(name) ? bearerUser : cookieUser,
    callbackUrl: `${origin}/connected${name === 'current' ? '' : `?backend=${name}`}`,
    basePath: endpointOf(name),
    hosts: { agent: sandboxUrl, public: sandboxUrl },
    pattern: connectors({ generation: name.endsWith('seed') ? 'seed' : 'current' }),
    tokenEndpoint: name === 'token',
    ...handlerOptions?.(origin),
  });
}

/** `GET` says who is signed in, `PUT /session?user=ben` signs somebody in. */
function session(request: Request): Response {
  const asked = new URL(request.url).searchParams.get('user') ?? undefined;
  if (request.method !== 'PUT') return Response.json({ user: cookieUser(request) });
  if (!isUser(asked)) return Response.json({ error: 'There is no such user.' }, { status: 404 });
  const secure = request.url.startsWith('https:') ? '; Secure' : '';
  return Response.json({ user: asked }, { headers: { 'set-cookie': `demo_user=${asked}; Path=/; HttpOnly; SameSite=Lax${secure}` } });
}
