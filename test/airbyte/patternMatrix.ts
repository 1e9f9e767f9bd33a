import { type AirbytePattern, connectors, createTokenClient, instances, sources, templates } from '../../src/airbyte/index.js';
import { createBackendClient } from '../../src/backend/index.js';
import { type ConnectApi, type ConnectErrorCode, readCallbackAddress, Sealed } from '../../src/core/index.js';
import type { Sandbox } from '../../src/sandbox/index.js';
import { APP, HOST } from '../server/harness.js';
import { AIRBYTE, createWorld } from '../server/world.js';
import { workspaceStore } from './workspaceStore.js';

export type Mode = 'handler' | 'token';
export type Operation = 'list' | 'get' | 'create' | 'check' | 'oauthStart' | 'oauthComplete' | 'execute' | 'delete' | 'rename';
/** What comes out of an operation that works, or the code with which it rejects. */
export type Outcome = 'works' | 'verified' | 'unverified' | ConnectErrorCode;

interface Variant {
  /** Of the backend, and of the page. */
  patterns(): { handler: AirbytePattern; token: AirbytePattern };
  expected: Record<Mode, Record<Operation, Outcome>>;
}

const ALL: Record<Operation, Outcome> = {
  list: 'works',
  get: 'works',
  create: 'works',
  check: 'verified',
  oauthStart: 'works',
  oauthComplete: 'works',
  execute: 'works',
  delete: 'works',
  rename: 'works',
};
const NOT_HERE = 'not_available_in_token_mode';
const NO_READS = { list: NOT_HERE, get: NOT_HERE, delete: NOT_HERE, rename: NOT_HERE } as const;
/** Without a consent to start there is none to complete. */
const NO_CONSENT = { oauthStart: 'oauth_not_available', oauthComplete: 'oauth_not_available' } as const;

const both = (pattern: AirbytePattern) => ({ handler: pattern, token: pattern });
const sourcesOf = (url?: string) => {
  const common = url === undefined ? {} : { url };
  return { handler: sources({ workspaces: workspaceStore(), ...common }), token: sources({ workspaces: 'of the token', ...common }) };
};

/** The table of the patterns: what each can do, from a backend and from a page that holds a token. */
export const VARIANTS: Record<string, Variant> = {
  'connectors, current': { patterns: () => both(connectors()), expected: { handler: ALL, token: { ...ALL, ...NO_READS } } },
  'connectors, seed': { patterns: () => both(connectors({ generation: 'seed' })), expected: { handler: ALL, token: { ...ALL, ...NO_READS } } },
  instances: {
    patterns: () => both(instances()),
    expected: {
      handler: { ...ALL, ...NO_CONSENT, delete: 'not_supported', rename: 'not_supported' },
      token: { ...ALL, ...NO_READS, ...NO_CONSENT, check: 'unverified', execute: NOT_HERE },
    },
  },
  'sources, Cloud': {
    patterns: () => sourcesOf(),
    expected: { handler: ALL, token: { ...ALL, ...NO_READS, check: 'unverified', execute: NOT_HERE } },
  },
  'sources, self-managed': {
    patterns: () => sourcesOf(AIRBYTE),
    expected: {
      handler: { ...ALL, ...NO_CONSENT, check: 'unverified', execute: 'not_supported' },
      token: { ...ALL, ...NO_READS, ...NO_CONSENT, check: 'unverified', execute: NOT_HERE },
    },
  },
  'templates, current': { patterns: () => both(templates()), expected: { handler: ALL, token: ALL } },
  'templates, seed': { patterns: () => both(templates({ generation: 'seed' })), expected: { handler: ALL, token: ALL } },
};

export interface Cell {
  variant: string;
  mode: Mode;
  operation: Operation;
  expected: Outcome;
}

export const CELLS: readonly Cell[] = Object.entries(VARIANTS).flatMap(([variant, { expected }]) =>
  (['handler', 'token'] as const).flatMap((mode) =>
    (Object.entries(expected[mode]) as [Operation, Outcome][]).map(([operation, outcome]) => ({ variant, mode, operation, expected: outcome })),
  ),
);

/** The port of one end user, over a sandbox of its own. */
export function openCell({ variant, mode }: Pick<Cell, 'variant' | 'mode'>): { api: ConnectApi; sandbox: Sandbox } {
  const found = VARIANTS[variant];
  if (found === undefined) throw new Error(`No variant ${variant}`);
  const patterns = found.patterns();
  const publicHost = patterns.handler.hosts === undefined ? { public: AIRBYTE } : {};
  const { handler, sandbox, clock } = createWorld({ handler: { pattern: patterns.handler, tokenEndpoint: true, hosts: { agent: AIRBYTE, ...publicHost } } });
  const fetch = pageFetch(handler, sandbox);
  const endpoint = `${HOST}/api/airbyte`;
  const headers = { 'x-user': 'ada', origin: APP };
  const api =
    mode === 'handler'
      ? createBackendClient({ endpoint, headers, fetch })
      : createTokenClient({ tokenEndpoint: `${endpoint}/token`, pattern: patterns.token, headers: { ...headers, 'ack-wire': '1' }, fetch, now: clock.now });
  return { api, sandbox };
}

/** A page's network: the host's backend, with its cookies, and Airbyte. */
function pageFetch(handler: (request: Request) => Promise<Response>, sandbox: Sandbox): typeof fetch {
  const cookies = new Map<string, string>();
  return async (input, init) => {
    const request = new Request(input, init);
    if (new URL(request.url).origin !== HOST) return sandbox.fetch(request);
    if (cookies.size > 0) request.headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await handler(request);
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
}

const key = () => new Sealed({ credentials: { api_key: 'sk_test_good' }, replication_config: { account_id: 'acct_1' } });
const create = async (api: ConnectApi) => (await api.createConnector({ definition: 'stripe', method: 'bearerAuth', name: 'Till', values: key() })).id;
const start = (api: ConnectApi) =>
  api.startAttempt({ definition: 'zendesk-support', method: 'zendeskOAuth', values: new Sealed({ environment: { subdomain: 'acme' } }) });
const works = (holds: boolean): Outcome => (holds ? 'works' : 'internal');

/** Does one thing from the start, and looks at what came of it. */
export const OPERATIONS: Record<Operation, (api: ConnectApi, sandbox: Sandbox) => Promise<Outcome>> = {
  async list(api) {
    const id = await create(api);
    return works((await api.listConnectors()).map((connector) => connector.id).join() === id);
  },
  async get(api) {
    const id = await create(api);
    return works((await api.getConnector(id)).id === id);
  },
  async create(api, sandbox) {
    return works(/^[\da-f-]{36}$/.test(await create(api)) && sandbox.unknownCalls.length === 0);
  },
  async check(api) {
    return (await api.checkConnector(await create(api))).status;
  },
  async oauthStart(api) {
    return works((await start(api)).consentUrl.startsWith('https://consent.'));
  },
  async oauthComplete(api, sandbox) {
    const { attemptId, consentUrl } = await start(api);
    const { state, params } = readCallbackAddress(sandbox.decideConsent(consentUrl, 'approve'));
    const outcome = await api.completeAttempt({ attemptId, state: state ?? '', params });
    return works(outcome.status === 'connected' && outcome.connector.definition.slug === 'zendesk-support' && sandbox.connectors('ada').length === 1);
  },
  async execute(api) {
    const result = await api.execute({ connectorId: await create(api), entity: 'customers', action: 'list', params: { limit: 2 } });
    return works(result.type === 'json' && result.records?.length === 2);
  },
  async delete(api, sandbox) {
    await api.deleteConnector(await create(api));
    return works(sandbox.connectors().length === 0);
  },
  async rename(api) {
    return works((await api.renameConnector(await create(api), 'Renamed')).name === 'Renamed');
  },
};
