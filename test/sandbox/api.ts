import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.js';

export const STRIPE = 'e094cb9a-26de-4645-8761-65c0c425d1de';
export const HUBSPOT = '36c891d9-4bd9-43ac-bad2-10e12756272c';
export const ZENDESK = '79c1aa37-dae3-42ae-b333-d1c105477715';

export interface Call {
  method: string;
  path: string;
  body?: unknown;
}

export interface Answer {
  status: number;
  /** Parsed when it is JSON, else the text. */
  body: unknown;
  headers: Headers;
}

/** Hand-written requests to a sandbox, with a clock that stands still. `fetchOf` may put something around the sandbox's `fetch`. */
export async function openSandbox(options: SandboxOptions = {}, fetchOf: (sandbox: Sandbox) => typeof fetch = (sandbox) => sandbox.fetch) {
  const clock = { now: Date.UTC(2026, 5, 1) };
  const sandbox = createSandbox({ now: () => clock.now, ...options });
  const fetch = fetchOf(sandbox);
  const send = (token: string | null, method: string, path: string, body?: unknown) => request(fetch, token, { method, path, body });
  const application = textAt((await send(null, 'POST', '/api/v1/account/applications/token', CLIENT)).body, 'access_token');
  const scoped = async (name: string): Promise<string> =>
    textAt((await send(application, 'POST', '/api/v1/account/applications/scoped-token', { workspace_name: name })).body, 'token');
  return {
    sandbox,
    clock,
    send,
    application,
    scoped,
    get: (path: string) => send(application, 'GET', path),
    post: (path: string, body: unknown) => send(application, 'POST', path, body),
    /** A connector in the workspace, which is made. */
    async create(body: Record<string, unknown>): Promise<string> {
      await scoped(String(body.workspace_name ?? body.external_user_id));
      const { status, body: made } = await send(application, 'POST', '/api/v1/integrations/connectors', body);
      if (status !== 200) throw new Error(`Create answered ${status}: ${JSON.stringify(made)}`);
      return textAt(made, 'id');
    },
    execute: (id: string, entity: string, action: string, params: Record<string, unknown> = {}) =>
      send(application, 'POST', `/api/v1/integrations/connectors/${id}/execute`, { entity, action, params }),
  };
}

/** The value at a path of keys and indexes. */
export const at = (value: unknown, ...keys: (string | number)[]): unknown =>
  keys.reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined), value);

/** The text at a path. */
export function textAt(value: unknown, ...keys: (string | number)[]): string {
  const found = at(value, ...keys);
  if (typeof found !== 'string') throw new TypeError(`There is no text at ${keys.join('.')} of ${JSON.stringify(value)}`);
  return found;
}

/** The list at a path. */
export function listAt(value: unknown, ...keys: (string | number)[]): unknown[] {
  const found = at(value, ...keys);
  if (!Array.isArray(found)) throw new TypeError(`There is no list at ${keys.join('.')} of ${JSON.stringify(value)}`);
  return found;
}

export const CLIENT = { client_id: 'sandbox-client-id', client_secret: 'sandbox-client-secret' };

export const stripeBody = (workspace: string) => ({
  workspace_name: workspace,
  connector_type: 'Stripe',
  credentials: { api_key: 'sk_test_1' },
  replication_config: { account_id: 'acct_1' },
});

export const hubspotBody = (workspace: string) => ({ workspace_name: workspace, definition_id: HUBSPOT, credentials: { private_app_token: 'pat-1' } });

export const zendeskBody = (workspace: string) => ({
  workspace_name: workspace,
  connector_type: 'zendesk-support',
  credentials: { email: 'ada@example.com', api_token: 'token-1' },
  environment: { subdomain: 'acme' },
});

async function request(fetch: Sandbox['fetch'], token: string | null, { method, path, body }: Call): Promise<Answer> {
  const response = await fetch(`https://airbyte.test${path}`, {
    method,
    headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
  return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
}
