import { createTokenClient } from '../../src/airbyte/index.js';
import { createBackendClient } from '../../src/backend/index.js';
import type { ConnectApi } from '../../src/core/index.js';
import type { Sandbox } from '../../src/sandbox/index.js';
import { type Mode, VARIANTS } from '../airbyte/patternMatrix.js';
import { APP, type createClock, HOST } from '../server/harness.js';
import { AIRBYTE, createWorld } from '../server/world.js';

/** A page, the host's backend and Airbyte, for one pattern in one mode. */
export interface OAuthWorld {
  mode: Mode;
  /** Ada's page. */
  api: ConnectApi;
  /** What Ben's page in the same browser has: its cookies, another session. */
  other: ConnectApi;
  /** Over the backend in both modes: the host's own view, which can list and delete. */
  host: ConnectApi;
  sandbox: Sandbox;
  clock: ReturnType<typeof createClock>;
  /** Who cannot be reached. */
  down: { backend: boolean; airbyte: boolean };
}

export function openOAuthWorld(variant: string, mode: Mode): OAuthWorld {
  const found = VARIANTS[variant];
  if (found === undefined) throw new Error(`No variant ${variant}`);
  const patterns = found.patterns();
  const down = { backend: false, airbyte: false };
  const { handler, sandbox, clock } = createWorld({
    handler: {
      pattern: patterns.handler,
      tokenEndpoint: true,
      hosts: { agent: AIRBYTE, ...(patterns.handler.hosts === undefined ? { public: AIRBYTE } : {}) },
      fetch: (input, init) => airbyte(input, init),
    },
  });
  const airbyte: typeof fetch = async (input, init) => (down.airbyte ? new Response('{}', { status: 503 }) : sandbox.fetch(input, init));
  const backend = withCookies(async (request) => {
    if (down.backend) throw new TypeError('fetch failed');
    return handler(request);
  });
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    return new URL(request.url).origin === HOST ? backend(request) : airbyte(request);
  };
  const endpoint = `${HOST}/api/airbyte`;
  const overBackend = (user: string) => createBackendClient({ endpoint, headers: { 'x-user': user, origin: APP }, fetch });
  const overToken = (user: string) => {
    const headers = { 'x-user': user, origin: APP, 'ack-wire': '1' };
    return createTokenClient({ tokenEndpoint: `${endpoint}/token`, pattern: patterns.token, headers, fetch, now: clock.now });
  };
  const page = mode === 'handler' ? overBackend : overToken;
  return { mode, api: page('ada'), other: page('ben'), host: overBackend('ada'), sandbox, clock, down };
}

/** A browser's cookies of the backend. */
function withCookies(handler: (request: Request) => Promise<Response>): (request: Request) => Promise<Response> {
  const cookies = new Map<string, string>();
  return async (request) => {
    if (cookies.size > 0) request.headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await handler(request);
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0/.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
}
