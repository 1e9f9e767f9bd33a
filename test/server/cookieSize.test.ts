import { describe, expect, it } from 'vitest';
import { type AirbytePattern, connectors, type PatternClient } from '../../src/airbyte/index.js';
import { ConnectError, type Connector } from '../../src/core/index.js';
import { callbackOf, complete, createWorld, HUBSPOT, started, ZENDESK } from './world.js';

const GENERATIONS = ['current', 'seed'] as const;
/** A browser keeps 4096 bytes of a cookie; four of ours fit beside the host's own in any server's header limit. */
const MAX_LINE = 1_536 + 120;
const LONGEST_USER = '€'.repeat(256);

/** The pattern with some of its client's methods changed. */
const patternWith = (generation: (typeof GENERATIONS)[number], change: (client: PatternClient) => Partial<PatternClient>): AirbytePattern => {
  const pattern = connectors({ generation });
  return {
    ...pattern,
    client: (context) => {
      const client = pattern.client(context);
      return { ...client, ...change(client) };
    },
  };
};

describe.each(GENERATIONS)('a cookie of the %s generation', (generation) => {
  it('holds a sign-in whatever the lengths of name, values and user are', async () => {
    const { browser, sandbox } = createWorld({ generation, handler: { authorize: () => LONGEST_USER } });
    const user = browser('ada');
    const name = '€'.repeat(200);
    const { consentUrl } = await started(user, { ...ZENDESK, name, values: { ...ZENDESK.values, replication_config: { note: '€'.repeat(4_000) } } });
    expect(user.setCookies.at(-1)!.length).toBeLessThan(MAX_LINE);
    const outcome = await (await complete(user, callbackOf(sandbox.decideConsent(consentUrl, 'approve')))).json();
    expect(outcome).toMatchObject({ status: 'connected', connector: { name } });
    expect(user.setCookies.at(-1)!.length).toBeLessThan(4_096);
  });

  it('holds a finished one with the connector’s long names cut, and never a half of a character', async () => {
    const longNamed = (connector: Connector): Connector => ({ ...connector, name: `x${'\u{1F600}'.repeat(2_000)}` });
    const pattern = patternWith(generation, (client) => ({
      listConnectors: async (...args) => (await client.listConnectors(...args)).map(longNamed),
      createConnector: async (...args) => longNamed(await client.createConnector(...args)),
    }));
    const { browser, sandbox } = createWorld({ generation, handler: { pattern } });
    const ada = browser('ada');
    const callback = callbackOf(sandbox.decideConsent((await started(ada)).consentUrl, 'approve'));
    const first = await (await complete(ada, callback)).json();
    expect(first.connector.name).toHaveLength(4_001);
    expect(ada.setCookies.at(-1)!.length).toBeLessThan(MAX_LINE);
    const repeat = await (await complete(ada, callback)).json();
    expect(repeat.connector).toMatchObject({ id: first.connector.id, name: expect.stringMatching(/^x\u{1F600}+…$/u) });
  });

  it('holds a failure without its field errors where there are too many', async () => {
    const fieldErrors = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`environment.field_${index}`, { code: 'type' }]));
    const fail = async () => Promise.reject(new ConnectError('invalid_input', 'Many.', { fieldErrors }));
    const pattern = patternWith(generation, ({ listConnectors }) => ({
      createConnector: fail,
      listConnectors: (user, filter, options) => (filter === undefined ? fail() : listConnectors(user, filter, options)),
    }));
    const { browser, sandbox } = createWorld({ generation, handler: { pattern } });
    const ada = browser('ada');
    const callback = callbackOf(sandbox.decideConsent((await started(ada)).consentUrl, 'approve'));
    expect(await (await complete(ada, callback)).json()).toMatchObject({ status: 'failed', error: { code: 'invalid_input', fieldErrors } });
    expect(ada.setCookies.at(-1)!.length).toBeLessThan(MAX_LINE);
    expect(await (await complete(ada, callback)).json()).toMatchObject({ status: 'failed', error: { code: 'invalid_input' } });
  });
});

describe('the connectors that are noted at the start', () => {
  /** A workspace that holds these beside what the sandbox makes. */
  const worldHolding = (held: (startedAt: number) => Connector[]) => {
    const before: Connector[] = [];
    const pattern = patternWith('current', (client) => ({
      listConnectors: async (...args) => [...before, ...(await client.listConnectors(...args))],
    }));
    const world = createWorld({ handler: { pattern } });
    before.push(...held(world.clock.now()));
    return world;
  };
  const definition = { id: '36c891d9-4bd9-43ac-bad2-10e12756272c', slug: 'hubspot', name: 'HubSpot' };
  const connector = (index: number, createdAt: string | null): Connector => ({
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    name: 'Old',
    definition,
    createdAt,
    updatedAt: null,
  });
  const many = (count: number, createdAt: string | null) => Array.from({ length: count }, (_, index) => connector(index, createdAt));
  const ago = (now: number, ms: number) => new Date(now - ms).toISOString();

  it('are not those whose age tells: any number of them leaves room for a sign-in', async () => {
    const { browser } = worldHolding((now) => many(2_000, ago(now, 60_001)));
    const ada = browser('ada');
    expect((await ada.call('POST', '/attempts', { body: HUBSPOT })).status).toBe(201);
  });

  it.each([
    ['whose age Airbyte does not tell', null],
    ['that are as young as clocks may differ', 59_000],
    ['that are older', 61_000],
  ])('or whose age tells are never accepted: those %s', async (_, age) => {
    const { browser, sandbox } = worldHolding((now) => many(3, age === null ? null : ago(now, age)));
    const ada = browser('ada');
    const { state } = callbackOf(sandbox.decideConsent((await started(ada)).consentUrl, 'deny'));
    const params = { connector_id: connector(1, null).id };
    expect(await (await complete(ada, { state, params })).json()).toMatchObject({ status: 'failed', error: { code: 'connector_refused' } });
    expect(sandbox.requests.filter(({ method }) => method === 'DELETE')).toEqual([]);
  });
});
