import { afterAll, expect, it } from 'vitest';
import { createTokenClient } from '../../src/airbyte/index.js';
import { type BackendClient, createBackendClient } from '../../src/backend/createBackendClient.js';
import { type ConnectErrorCode, Sealed, toConnectError } from '../../src/core/index.js';
import { status } from '../../src/sandbox/index.js';
import { createFakeTime } from '../server/fakeTime.js';
import { FAULTS, type FaultName, PLAYED } from '../server/faults/faults.js';
import { titleOf } from '../server/faults/outcome.js';
import { PASSING } from '../server/faults/rules.js';
import { TITLES } from '../server/faults/words.js';
import { APP } from '../server/harness.js';
import { createWorld } from '../server/world.js';

// The other half of the way: what a page makes of whatever stands between it and the handler. None of it speaks the kit's protocol.
const ENDPOINT = 'https://api.host.example/api/airbyte';
const CODES: Record<FaultName, ConnectErrorCode> = {
  '401': 'session_missing',
  '403': 'backend_unavailable',
  '404': 'backend_unavailable',
  '409': 'backend_unavailable',
  '422': 'backend_unavailable',
  '429 with Retry-After': 'rate_limited',
  '429 with a long Retry-After': 'rate_limited',
  '429 without': 'rate_limited',
  '500': 'backend_unavailable',
  '502 with HTML': 'backend_unavailable',
  'broken JSON': 'backend_unavailable',
  'a connection cut in the answer': 'backend_unavailable',
  'no answer': 'timeout',
  reset: 'backend_unavailable',
  'a slow drip': 'timeout',
};
/** A token endpoint may be of the host's own: its 403 is about the session. */
const TOKEN_CODES: typeof CODES = { ...CODES, '403': 'session_missing' };

interface Row {
  ask(client: BackendClient): Promise<unknown>;
  /** A read, or a create with a key: asked three times at most. @default false */
  safe?: boolean;
}

const values = () => new Sealed({ credentials: { api_key: 'k' } });
const ROWS: Record<string, Row> = {
  listDefinitions: { safe: true, ask: (client) => client.listDefinitions() },
  getDefinition: { safe: true, ask: (client) => client.getDefinition('stripe') },
  listConnectors: { safe: true, ask: (client) => client.listConnectors() },
  getConnector: { safe: true, ask: (client) => client.getConnector('1') },
  createConnector: { safe: true, ask: (client) => client.createConnector({ definition: 'stripe', method: 'bearerAuth', values: values() }) },
  replaceCredentials: { safe: true, ask: (client) => client.replaceCredentials({ connectorId: '1', method: 'bearerAuth', values: values() }) },
  checkConnector: { ask: (client) => client.checkConnector('1') },
  renameConnector: { ask: (client) => client.renameConnector('1', 'New') },
  // Any success is an acceptance.
  deleteConnector: { ask: (client) => client.deleteConnector('1') },
  listOperations: { safe: true, ask: (client) => client.listOperations('1') },
  execute: { ask: (client) => client.execute({ connectorId: '1', entity: 'customers', action: 'create' }) },
  startAttempt: { ask: (client) => client.startAttempt({ definition: 'hubspot', method: 'oauth2', values: values() }) },
  getAttempt: { safe: true, ask: (client) => client.getAttempt('a') },
  completeAttempt: { ask: (client) => client.completeAttempt({ attemptId: 'a', state: 'a.b', params: {} }) },
};

/** One call that goes wrong: its code, how often it was sent, and what the person's screen says. */
async function play(fault: FaultName, ask: (fetch: typeof globalThis.fetch, now: () => number) => Promise<unknown>): Promise<string> {
  const time = createFakeTime(Date.UTC(2026, 0, 1));
  let sent = 0;
  time.start();
  try {
    await ask((input, init) => {
      sent += 1;
      return PLAYED[fault](input, init);
    }, time.now);
    return `done, sent ${sent}`;
  } catch (error) {
    const { code, retryAfter } = toConnectError(error);
    return `${code}${retryAfter === undefined ? '' : `, after ${retryAfter} s`}, sent ${sent}: ${titleOf(code)}`;
  } finally {
    time.stop();
  }
}

const WAITS: Partial<Record<FaultName, number>> = { '429 with Retry-After': 2, '429 with a long Retry-After': 90 };
const expectedOf = (code: ConnectErrorCode, fault: FaultName, safe: boolean) =>
  `${code}${WAITS[fault] === undefined ? '' : `, after ${WAITS[fault]} s`}, sent ${safe && PASSING.has(fault) ? 3 : 1}: ${TITLES[code]}`;

let cells = 0;

it('a read that Airbyte does not answer is asked of it three times, not three times three', async () => {
  const time = createFakeTime(Date.UTC(2026, 0, 1));
  const { sandbox, handler } = createWorld({ handler: { now: time.now } });
  sandbox.addFault(status(500, { match: { operationId: 'listConnectors' } }));
  const fetch: typeof globalThis.fetch = (input, init) => handler(new Request(input, init));
  const client = createBackendClient({ endpoint: ENDPOINT, headers: { 'x-user': 'ada' }, fetch });
  time.start();
  try {
    await expect(client.listConnectors()).rejects.toMatchObject({ code: 'upstream_unavailable' });
  } finally {
    time.stop();
  }
  expect(sandbox.requests.filter(({ operationId }) => operationId === 'listConnectors')).toHaveLength(3);
});

/** A handler that lets Ada ask once in a second, as a page asks it. */
function limited() {
  const time = createFakeTime(Date.UTC(2026, 0, 1));
  const world = createWorld({ handler: { now: time.now, tokenEndpoint: true, rateLimit: { requests: 1, seconds: 1 } }, sandbox: { now: time.now } });
  const answers: (string | number | null)[][] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!request.url.startsWith(ENDPOINT)) return world.sandbox.fetch(request);
    const answer = await world.handler(request);
    answers.push([answer.status, answer.headers.get('retry-after')]);
    return answer;
  };
  return { time, answers, shared: { headers: { 'x-user': 'ada', origin: APP, 'ack-wire': '1' }, fetch } };
}

it.each<[string, (shared: ReturnType<typeof limited>['shared'], now: () => number) => Promise<unknown>]>([
  ['a read', async (shared) => createBackendClient({ endpoint: ENDPOINT, ...shared }).listConnectors()],
  [
    'a token',
    async (shared, now) =>
      createTokenClient({ tokenEndpoint: `${ENDPOINT}/token`, now, ...shared }).createConnector({
        definition: 'stripe',
        method: 'bearerAuth',
        values: new Sealed({ credentials: { api_key: 'k' }, replication_config: { account_id: 'acct_1' } }),
      }),
  ],
])('%s that the handler’s own limit puts off is asked for again when it says', async (_what, ask) => {
  const { time, answers, shared } = limited();
  time.start();
  try {
    await createBackendClient({ endpoint: ENDPOINT, ...shared }).listConnectors();
    await ask(shared, time.now);
  } finally {
    time.stop();
  }
  expect(answers).toEqual([
    [200, null],
    [429, '1'],
    [200, null],
  ]);
});

it.each(Object.entries(ROWS))('%s', async (name, { ask, safe = false }) => {
  const actual: Record<string, string> = {};
  const expected: Record<string, string> = {};
  for (const fault of FAULTS) {
    const accepted = name === 'deleteConnector' && fault === 'broken JSON';
    expected[fault] = accepted ? 'done, sent 1' : expectedOf(CODES[fault], fault, safe);
    actual[fault] = await play(fault, (fetch) => ask(createBackendClient({ endpoint: ENDPOINT, fetch })));
    cells += 1;
  }
  expect(actual).toEqual(expected);
});

it('the token of a page without a backend', async () => {
  const actual: Record<string, string> = {};
  const expected: Record<string, string> = {};
  for (const fault of FAULTS) {
    expected[fault] = expectedOf(TOKEN_CODES[fault], fault, true);
    actual[fault] = await play(fault, (fetch, now) => {
      const client = createTokenClient({ tokenEndpoint: `${ENDPOINT}/token`, fetch, now });
      return client.createConnector({ definition: 'stripe', method: 'bearerAuth', values: values() });
    });
    cells += 1;
  }
  expect(actual).toEqual(expected);
});

it('is a table of every call and every fault', () => {
  expect(cells).toBe((Object.keys(ROWS).length + 1) * FAULTS.length);
  expect(cells).toBe(225);
});

afterAll(() => console.info(`Faults between page and backend: ${cells} cells.`));
