import { describe, expect, it } from 'vitest';
import { connectors } from '../../src/airbyte/index.js';
import { type ConnectErrorCode, isConnectErrorCode } from '../../src/core/index.js';
import { errors as words } from '../../src/i18n/en/errors.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { memoryStore } from '../../src/server/index.js';
import { createFakeTime } from './fakeTime.js';
import { ANSWERS, CONNECTIONS, createNetwork, type UpstreamCall } from './faultyAirbyte.js';
import { type Browser, createBrowser, makeHandler } from './harness.js';
import { callbackOf, complete, created, HOSTS, HUBSPOT, STRIPE, started } from './world.js';

interface Row {
  /** What the browser asks of the handler; `prepared` is what was done before anything went wrong. */
  ask: (ada: Browser, prepared: Prepared) => Promise<Response>;
  upstream: UpstreamCall;
  generation?: 'current' | 'seed';
  /** A read: asked three times at most. */
  safe: boolean;
  /** What differs from the common codes; `done` where the failure does not matter. */
  codes?: Partial<Record<string, ConnectErrorCode | 'done'>>;
  /** How often it is asked, where the rule does not tell. */
  asked?: Partial<Record<string, number>>;
  /** Tokens are there already. @default true */
  warm?: boolean;
}

interface Prepared {
  id: string;
  callback: { state: string; params: object };
}

const LIST: UpstreamCall = { operationId: 'listConnectors', method: 'GET', path: /\/integrations\/connectors$/ };
const CREATE: UpstreamCall = { operationId: 'createConnector', method: 'POST', path: /\/integrations\/connectors$/ };
const EXECUTE: UpstreamCall = { operationId: 'executeConnector', method: 'POST', path: /\/execute$/ };
const UNKNOWN_DEFINITION = '11111111-2222-4333-8444-555555555555';
const execute =
  (entity: string, action: string, params: object) =>
  (ada: Browser, { id }: Prepared) =>
    ada.call('POST', `/connectors/${id}/execute`, { body: { entity, action, params } });
/** The list of a workspace that is not known is empty. */
const LIST_CODES = { 404: 'done', 422: 'upstream_rejected' } as const;
const OWNED = { ...LIST_CODES, 404: 'connector_not_found' } as const;
const CREDENTIALS = { 401: 'credentials_refused', 403: 'credentials_refused', 404: 'connector_not_found' } as const;

const ROWS: Readonly<Record<string, Row>> = {
  'the application token': {
    ask: (ada) => ada.call('GET', '/connectors'),
    upstream: { operationId: 'createAgentAccessToken', method: 'POST', path: /\/applications\/token$/ },
    safe: true,
    warm: false,
    asked: { 401: 1, 403: 1 },
    codes: { 404: 'upstream_refused', 422: 'upstream_refused' },
  },
  "a workspace's token": {
    ask: (ada) => ada.call('POST', '/connectors', { body: STRIPE }),
    upstream: { operationId: 'createScopedToken', method: 'POST', path: /\/applications\/scoped-token$/ },
    safe: true,
    warm: false,
    codes: { 404: 'upstream_rejected', 422: 'upstream_rejected' },
  },
  'the list of definitions': {
    ask: (ada) => ada.call('GET', '/definitions'),
    upstream: { operationId: 'listSourceDefinitions', method: 'GET', path: /\/definitions\/sources$/ },
    safe: true,
    codes: { 404: 'upstream_rejected', 422: 'upstream_rejected' },
  },
  'a definition that the catalogue does not know': {
    ask: (ada) => ada.call('GET', `/definitions/${UNKNOWN_DEFINITION}`),
    upstream: { operationId: 'getSourceDefinition', method: 'GET', path: /\/definitions\/sources\/[\w-]+$/ },
    safe: true,
    codes: { 404: 'definition_not_found', 422: 'upstream_rejected' },
  },
  'the presets of a definition': {
    ask: (ada) => ada.call('GET', '/definitions/zendesk-support'),
    upstream: { operationId: 'listSourceTemplates', method: 'GET', path: /\/templates\/sources$/ },
    safe: true,
    // An application that may not read templates has no presets.
    codes: { 401: 'done', 403: 'done', 404: 'done', 422: 'upstream_rejected' },
  },
  'the list of connectors': { ask: (ada) => ada.call('GET', '/connectors'), upstream: LIST, safe: true, codes: LIST_CODES },
  'one connector': { ask: (ada, { id }) => ada.call('GET', `/connectors/${id}`), upstream: LIST, safe: true, codes: OWNED },
  'its operations': { ask: (ada, { id }) => ada.call('GET', `/connectors/${id}/operations`), upstream: LIST, safe: true, codes: OWNED },
  'a create': {
    ask: (ada) => ada.call('POST', '/connectors', { body: STRIPE }),
    upstream: CREATE,
    safe: false,
    codes: { 404: 'definition_not_found', 422: 'invalid_input' },
  },
  'a rename': {
    ask: (ada, { id }) => ada.call('PATCH', `/connectors/${id}`, { body: { name: 'New' } }),
    upstream: { operationId: 'updateConnector', method: 'PUT', path: /\/integrations\/connectors\/[\w-]+$/ },
    safe: false,
    codes: { 404: 'connector_not_found', 422: 'upstream_rejected' },
  },
  'a removal': {
    ask: (ada, { id }) => ada.call('DELETE', `/connectors/${id}`),
    upstream: { operationId: 'deleteConnector', method: 'DELETE', path: /\/integrations\/connectors\/[\w-]+$/ },
    safe: false,
    // Any success is an acceptance, whatever it says.
    codes: { 404: 'connector_not_found', 422: 'upstream_rejected', 'broken JSON': 'done' },
  },
  'a check': {
    ask: (ada, { id }) => ada.call('POST', `/connectors/${id}/check`, { body: {} }),
    upstream: EXECUTE,
    safe: true,
    codes: { ...CREDENTIALS, 422: 'credentials_refused', 'broken JSON': 'done' },
  },
  'a read': { ask: execute('customers', 'list', {}), upstream: EXECUTE, safe: true, codes: { ...CREDENTIALS, 422: 'invalid_input' } },
  'a write': { ask: execute('customers', 'create', { name: 'x' }), upstream: EXECUTE, safe: false, codes: { ...CREDENTIALS, 422: 'invalid_input' } },
  'the start of a sign-in': {
    ask: (ada) => ada.call('POST', '/attempts', { body: HUBSPOT }),
    upstream: { operationId: 'initiateConnectorOAuth', method: 'POST', path: /\/oauth\/initiate$/ },
    safe: false,
    codes: { 404: 'definition_not_found', 422: 'invalid_input' },
  },
  'the end of a sign-in by connector_id': {
    ask: (ada, { callback }) => complete(ada, callback),
    upstream: LIST,
    safe: true,
    codes: { ...LIST_CODES, 404: 'connector_refused' },
    // What will not pass ends the attempt: then it is looked once more for what is to be removed.
    asked: { 401: 4, 403: 4, 404: 2, 422: 2 },
  },
  'the end of a sign-in by secret_id': {
    ask: (ada, { callback }) => complete(ada, callback),
    upstream: CREATE,
    generation: 'seed',
    safe: false,
    codes: { 404: 'definition_not_found', 422: 'invalid_input' },
  },
};

const FAULTS = [...Object.keys(ANSWERS), ...Object.keys(CONNECTIONS)];

/** What every call makes of a fault, unless its row says otherwise. */
const COMMON: Readonly<Record<string, ConnectErrorCode>> = {
  '401': 'upstream_refused',
  '403': 'upstream_refused',
  '409': 'conflict',
  '429 with Retry-After': 'rate_limited',
  '429 with a long Retry-After': 'rate_limited',
  '429 without': 'rate_limited',
  '500': 'upstream_unavailable',
  '502 with HTML': 'upstream_unavailable',
  'broken JSON': 'upstream_invalid',
  'a connection cut in the answer': 'upstream_unavailable',
  'no answer': 'timeout',
  reset: 'upstream_unavailable',
  'a slow drip': 'timeout',
};
/** Those after which a read is asked again. */
const PASSING = new Set(['429 with Retry-After', '429 without', '500', '502 with HTML', 'a connection cut in the answer', 'reset']);

/** A refused bearer is renewed once. */
const timesOf = ({ safe, asked }: Row, fault: string): number =>
  asked?.[fault] ?? (fault === '401' || fault === '403' ? 2 : safe && PASSING.has(fault) ? 3 : 1);
const RETRY_AFTER: Readonly<Record<string, number>> = { '429 with Retry-After': 2, '429 with a long Retry-After': 90 };

async function play(row: Row, fault: string) {
  const { generation = 'current', warm = true, upstream } = row;
  const time = createFakeTime(Date.UTC(2026, 0, 1));
  const sandbox = createSandbox({ now: time.now });
  const network = createNetwork(sandbox.fetch);
  const options = { fetch: network.fetch, now: time.now, hosts: HOSTS, pattern: connectors({ generation }), store: memoryStore({ now: time.now }) };
  const [ready, cold] = [makeHandler(options), makeHandler(options)];
  const ada = createBrowser(ready.handler, 'ada');
  const id = await created(ada);
  const callback = callbackOf(sandbox.decideConsent((await started(ada)).consentUrl, 'approve'));
  network.fail(upstream, CONNECTIONS[fault] ?? null);
  const answer = ANSWERS[fault]?.({ match: { operationId: upstream.operationId } });
  if (answer !== undefined) sandbox.addFault(answer);
  time.start();
  try {
    const response = await row.ask(warm ? ada : createBrowser(cold.handler, 'ada'), { id, callback });
    return { response, asked: network.asked(), events: [...ready.events, ...cold.events] };
  } finally {
    time.stop();
  }
}

/** The code of an answer or of an outcome; `done` where nothing went wrong. */
async function codeOf(response: Response): Promise<{ code: string; retryAfter: unknown }> {
  // SAFETY: a test reads what it expects; anything else fails its assertion.
  const body = (await response.json()) as { error?: { code: string; retryAfter?: number } };
  return { code: body.error?.code ?? 'done', retryAfter: body.error?.retryAfter };
}

let cells = 0;

describe.each(Object.entries(ROWS))('%s', (_name, row) => {
  it.each(FAULTS)('when Airbyte answers: %s', async (fault) => {
    const { response, asked, events } = await play(row, fault);
    const { code, retryAfter } = await codeOf(response);
    expect({ code, asked }).toEqual({ code: row.codes?.[fault] ?? COMMON[fault], asked: timesOf(row, fault) });
    if (code === 'rate_limited') expect(retryAfter).toBe(RETRY_AFTER[fault]);
    if (code !== 'done') {
      expect(isConnectErrorCode(code)).toBe(true);
      // SAFETY: the line before says so.
      const said = words[code as ConnectErrorCode]({ service: 'Stripe', app: 'Fernway' });
      for (const text of Object.values(said)) expect(text).toMatch(/^\p{Lu}.+/u);
      expect(events.at(-1)).toMatchObject(response.status < 400 ? { type: 'attempt_completed', code } : { type: 'error', error: { code } });
    }
    cells += 1;
  });
});

it('is a table of every call and every fault', () => {
  expect(cells).toBe(Object.keys(ROWS).length * FAULTS.length);
  expect(cells).toBe(255);
});
