import { describe, expect, it } from 'vitest';
import { status, unavailable } from '../../src/sandbox/index.js';
import type { ConnectedInfo } from '../../src/server/index.js';
import { errorOf } from './harness.js';
import { callbackOf, complete, created, createWorld, HUBSPOT, STRIPE, started } from './world.js';

const GENERATIONS = ['current', 'seed'] as const;
const NEW_KEY = { method: STRIPE.method, values: { ...STRIPE.values, credentials: { api_key: 'sk_test_new' } } };
const REFUSED_KEY = { ...NEW_KEY, values: { ...STRIPE.values, credentials: { api_key: 'sk_test_invalid' } } };
const HUBSPOT_KEY = { definition: 'hubspot', method: 'hubspotPrivateApp', values: { credentials: { private_app_token: 'pat-1' } } };

function worldOf(generation: 'current' | 'seed' = 'current') {
  const told: ConnectedInfo[] = [];
  const world = createWorld({ generation, handler: { onConnected: (info) => void told.push(info) } });
  const listed = () => {
    world.clock.advance(1_000);
    return world.sandbox.connectors('ada').map(({ id, name }) => ({ id, name }));
  };
  return { ...world, told, listed };
}

describe.each(GENERATIONS)('new credentials for a connector, in the %s generation', (generation) => {
  it('take its place under another id, with its name', async () => {
    const { browser, listed, told, events } = worldOf(generation);
    const ada = browser('ada');
    const old = await created(ada, { ...STRIPE, name: 'Payments' });
    const answer = await ada.call('POST', `/connectors/${old}/credentials`, { body: NEW_KEY });
    const { connector, replaces } = await answer.json();
    expect([answer.status, replaces, connector.name]).toEqual([201, old, 'Payments']);
    expect(listed()).toEqual([{ id: connector.id, name: 'Payments' }]);
    expect(connector.id).not.toBe(old);
    expect(told.at(-1)).toMatchObject({ connector: { id: connector.id }, replaces: old });
    expect(events.slice(1)).toMatchObject([
      { type: 'connector_created', connectorId: connector.id, replaces: old },
      { type: 'connector_deleted', reason: 'replaced', connectorId: old },
    ]);
  });

  it('that the service refuses leave the old one as it was, and nothing else', async () => {
    const { browser, listed, told, events } = worldOf(generation);
    const ada = browser('ada');
    const old = await created(ada);
    expect((await errorOf(await ada.call('POST', `/connectors/${old}/credentials`, { body: REFUSED_KEY }))).code).toBe('credentials_refused');
    expect(listed().map(({ id }) => id)).toEqual([old]);
    expect(told).toHaveLength(1);
    expect(events).toContainEqual(expect.objectContaining({ type: 'connector_deleted', reason: 'credentials_refused' }));
  });

  it('that cannot be tried, since the service does not answer, leave the old one too', async () => {
    const { browser, listed, sandbox } = worldOf(generation);
    const ada = browser('ada');
    const old = await created(ada);
    sandbox.addFault(unavailable({ match: { path: /execute/ } }));
    expect((await ada.call('POST', `/connectors/${old}/credentials`, { body: NEW_KEY })).status).toBe(502);
    expect(listed().map(({ id }) => id)).toEqual([old]);
  });

  it('stand when the old one cannot be removed, and the host’s log says so', async () => {
    const { browser, listed, sandbox, events } = worldOf(generation);
    const ada = browser('ada');
    const old = await created(ada);
    sandbox.addFault(status(500, { match: { method: 'DELETE' } }));
    const { connector } = await (await ada.call('POST', `/connectors/${old}/credentials`, { body: NEW_KEY })).json();
    expect(listed().map(({ id }) => id)).toEqual([old, connector.id]);
    expect(events.at(-1)).toMatchObject({ type: 'error', error: { code: 'upstream_unavailable' } });
  });

  it('come once, however often they are sent with a key', async () => {
    const { browser, listed } = worldOf(generation);
    const ada = browser('ada');
    const old = await created(ada);
    const send = async () => (await ada.call('POST', `/connectors/${old}/credentials`, { body: NEW_KEY, headers: { 'idempotency-key': 'k' } })).json();
    const first = await send();
    expect(await send()).toEqual(first);
    expect(listed().map(({ id }) => id)).toEqual([first.connector.id]);
  });
});

describe.each(GENERATIONS)('signing in again, in the %s generation', (generation) => {
  const again = async (world: ReturnType<typeof worldOf>, decision: 'approve' | 'deny' = 'approve') => {
    const ada = world.browser('ada');
    const old = await created(ada, { ...HUBSPOT_KEY, name: 'Sales' });
    world.clock.advance(120_000);
    const { consentUrl } = await started(ada, { ...HUBSPOT, replaces: old });
    const callback = callbackOf(world.sandbox.decideConsent(consentUrl, decision));
    return { ada, old, outcome: async () => (await complete(ada, callback)).json() };
  };

  it('takes the place of the old one, with its name, once', async () => {
    const world = worldOf(generation);
    const { outcome, old } = await again(world);
    const first = await outcome();
    expect(first).toMatchObject({ status: 'connected', replaces: old, connector: { name: 'Sales' } });
    expect(await outcome()).toEqual(first);
    expect(world.listed()).toEqual([{ id: first.connector.id, name: 'Sales' }]);
    expect(world.told).toMatchObject([{}, { connector: { id: first.connector.id }, replaces: old }]);
  });

  it('leaves the old one when access is denied', async () => {
    const world = worldOf(generation);
    const { outcome, old } = await again(world, 'deny');
    expect(await outcome()).toMatchObject({ status: 'failed', error: { code: 'oauth_denied' } });
    expect(world.listed().map(({ id }) => id)).toEqual([old]);
  });

  it('leaves the old one, and not the new one, when the service refuses what the consent gave', async () => {
    const world = worldOf(generation);
    const { outcome, old } = await again(world);
    world.sandbox.addFault(status(401, { match: { path: /execute/ } }));
    expect(await outcome()).toMatchObject({ status: 'failed', error: { code: 'credentials_refused' } });
    expect(world.listed().map(({ id }) => id)).toEqual([old]);
  });
});

describe('what is replaced', () => {
  it('is the user’s own: a foreign and an unknown id are answered alike, and nothing is made', async () => {
    const { browser, sandbox } = worldOf();
    const foreign = await created(browser('ben'));
    const ada = browser('ada');
    await created(ada, HUBSPOT_KEY);
    for (const id of [foreign, '00000000-0000-4000-8000-000000000000', '..%2F..']) {
      expect(await errorOf(await ada.call('POST', `/connectors/${id}/credentials`, { body: NEW_KEY }))).toEqual({ status: 404, code: 'connector_not_found' });
      expect(await errorOf(await ada.call('POST', '/attempts', { body: { ...HUBSPOT, replaces: id } }))).toEqual({ status: 404, code: 'connector_not_found' });
    }
    expect(sandbox.connectors('ben').map(({ id }) => id)).toEqual([foreign]);
    expect(sandbox.connectors()).toHaveLength(2);
  });

  it('is of the same definition, and by a method of it', async () => {
    const { browser, sandbox } = worldOf();
    const ada = browser('ada');
    const stripe = await created(ada);
    expect(await errorOf(await ada.call('POST', '/attempts', { body: { ...HUBSPOT, replaces: stripe } }))).toMatchObject({
      code: 'invalid_input',
      fieldErrors: { replaces: { code: 'enum' } },
    });
    expect((await errorOf(await ada.call('POST', `/connectors/${stripe}/credentials`, { body: { ...NEW_KEY, method: 'oauth2' } }))).code).toBe('invalid_input');
    expect(sandbox.connectors('ada')).toHaveLength(1);
  });
});
