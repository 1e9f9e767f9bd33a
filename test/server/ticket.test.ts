import { describe, expect, it } from 'vitest';
import { type Browser, createBrowser, errorOf } from './harness.js';
import { callbackOf, created, createWorld, HUBSPOT } from './world.js';

const GENERATIONS = ['current', 'seed'] as const;
const CROSS_SITE = { 'sec-fetch-site': 'cross-site' };
type World = ReturnType<typeof createWorld>;
type Callback = ReturnType<typeof callbackOf>;

const codeOf = async (response: Response) => (await errorOf(response)).code;
const idsOf = ({ sandbox }: World) => sandbox.connectors().map(({ id }) => id);

/** A page on another site than the backend: its browser stores no cookie of it. */
async function startedAcross(page: Browser, body: unknown = HUBSPOT) {
  const response = await page.call('POST', '/attempts', { body, headers: CROSS_SITE });
  expect(response.status).toBe(201);
  return { ...(await response.json()), cookies: response.headers.getSetCookie() };
}

const finish = (page: Browser, callback: Callback, ticket?: string) =>
  page.call('POST', '/attempts/complete', { body: { ...callback, ticket }, headers: CROSS_SITE });

async function consented(world: World, page: Browser) {
  const attempt = await startedAcross(page);
  return { ...attempt, callback: callbackOf(world.sandbox.decideConsent(attempt.consentUrl, 'approve')) };
}

describe.each(GENERATIONS)('a backend on another site, in the %s generation', (generation) => {
  it('answers a ticket and no cookie, and its holder completes what the callback page could not', async () => {
    const world = createWorld({ generation });
    const ada = world.browser('ada');
    const { attemptId, ticket, callback, cookies } = await consented(world, ada);
    expect([typeof ticket, cookies]).toEqual(['string', []]);
    expect(await (await ada.call('GET', `/attempts/${attemptId}`)).json()).toEqual({ status: 'pending' });
    const page = world.browser(null);
    const made = idsOf(world);
    expect(await errorOf(await finish(page, callback))).toEqual({ status: 403, code: 'attempt_foreign' });
    expect(idsOf(world)).toEqual(made);
    const answer = await finish(ada, callback, ticket);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await answer.json()).toMatchObject({ status: 'connected', connector: { definition: { slug: 'hubspot' } } });
    expect(idsOf(world)).toHaveLength(1);
    expect(world.events.map(({ type }) => type)).not.toContain('attempt_refused');
  });

  it('completes once, whoever repeats it, with the first answer', async () => {
    const world = createWorld({ generation });
    const ada = world.browser('ada');
    const { ticket, callback } = await consented(world, ada);
    const first = await (await finish(ada, callback, ticket)).json();
    expect(await (await finish(ada, callback, ticket)).json()).toEqual(first);
    expect(idsOf(world)).toHaveLength(1);
  });

  it('carries what was asked before the consent', async () => {
    const world = createWorld({ generation });
    const ada = world.browser('ada');
    const values = { environment: { subdomain: 'acme' }, replication_config: { note: 'x'.repeat(9_000) } };
    const { ticket, consentUrl } = await startedAcross(ada, { definition: 'zendesk-support', method: 'zendeskOAuth', values });
    await finish(ada, callbackOf(world.sandbox.decideConsent(consentUrl, 'approve')), ticket);
    expect(world.sandbox.connectors('ada')).toMatchObject([{ environment: { subdomain: 'acme' }, replicationConfig: { note: 'x'.repeat(9_000) } }]);
  });

  it('clears away what a late callback without a ticket brings', async () => {
    const world = createWorld({ generation });
    const { callback } = await consented(world, world.browser('ada'));
    world.clock.advance(900_001);
    expect(await codeOf(await finish(world.browser(null), callback))).toBe('attempt_expired');
    expect(idsOf(world)).toEqual([]);
  });
});

describe('a ticket', () => {
  it('is given to no page of the same site', async () => {
    const { browser } = createWorld();
    for (const site of ['same-origin', 'same-site']) {
      const response = await browser('ada').call('POST', '/attempts', { body: HUBSPOT, headers: { 'sec-fetch-site': site } });
      expect(await response.json()).not.toHaveProperty('ticket');
      expect(response.headers.getSetCookie()).toHaveLength(1);
    }
  });

  it('is given to no origin that is not allowed', async () => {
    const { browser } = createWorld();
    const response = await browser('ada').call('POST', '/attempts', { body: HUBSPOT, headers: { ...CROSS_SITE, origin: 'https://evil.example' } });
    expect(await codeOf(response)).toBe('origin_refused');
  });

  /** How somebody misuses a ticket, and what that is answered with. */
  const ATTACKS: Record<string, { code: string; attack: (world: World, ada: Browser, own: { ticket: string; callback: Callback }) => Promise<Response> }> = {
    'without a session': { code: 'session_missing', attack: (world, _ada, { callback, ticket }) => finish(world.browser(null), callback, ticket) },
    'of another user': { code: 'attempt_foreign', attack: (world, _ada, { callback, ticket }) => finish(world.browser('ben'), callback, ticket) },
    forged: { code: 'attempt_foreign', attack: (_world, ada, { callback, ticket }) => finish(ada, callback, `${ticket.slice(0, -2)}xx`) },
    'that is no ticket': { code: 'attempt_foreign', attack: (_world, ada, { callback }) => finish(ada, callback, 'text') },
    'with another state of the same attempt': {
      code: 'attempt_unknown',
      attack: (_world, ada, { callback, ticket }) => finish(ada, { ...callback, state: `${callback.state.split('.')[0]}.${'A'.repeat(43)}` }, ticket),
    },
    'of another definition': {
      code: 'attempt_foreign',
      attack: async (_world, ada, { callback }) => {
        const other = await startedAcross(ada, { definition: 'zendesk-support', method: 'zendeskOAuth', values: { environment: { subdomain: 'acme' } } });
        return finish(ada, callback, other.ticket);
      },
    },
    'sealed with another secret': {
      code: 'attempt_foreign',
      attack: async (world, ada, { callback }) => {
        const other = world.another({ secret: 'another secret of 32 characters!!' });
        const { ticket } = await startedAcross({ ...ada, call: (...args) => callOf(other.handler, args) });
        return finish(ada, callback, ticket);
      },
    },
    'that is a cookie': {
      code: 'attempt_foreign',
      attack: async (world, ada) => {
        const start = await (await ada.call('POST', '/attempts', { body: HUBSPOT })).json();
        const cookie = ada.cookies.get(`__Host-ack-${start.attemptId}`);
        const callback = callbackOf(world.sandbox.decideConsent(start.consentUrl, 'deny'));
        ada.cookies.clear();
        return finish(ada, callback, cookie);
      },
    },
    'put into a cookie': {
      code: 'attempt_foreign',
      attack: (world, _ada, { callback, ticket }) => {
        const page = world.browser(null);
        page.cookies.set(`__Host-ack-${callback.state.split('.')[0]}`, ticket);
        return finish(page, callback);
      },
    },
  };
  const callOf = async (handler: (request: Request) => Promise<Response>, [method, path, init]: Parameters<Browser['call']>) => {
    return createBrowser(handler, 'ada').call(method, path, init);
  };

  it.each(Object.keys(ATTACKS))('%s connects nothing', async (name) => {
    const world = createWorld({ generation: 'seed' });
    const ada = world.browser('ada');
    const { ticket, callback } = await consented(world, ada);
    const { code, attack } = ATTACKS[name]!;
    expect(await codeOf(await attack(world, ada, { ticket, callback }))).toBe(code);
    expect(idsOf(world)).toEqual([]);
  });

  it('that is too late connects nothing and leaves nothing', async () => {
    const world = createWorld();
    const ada = world.browser('ada');
    const { ticket, callback } = await consented(world, ada);
    world.clock.advance(900_001);
    expect(await (await finish(ada, callback, ticket)).json()).toMatchObject({ status: 'failed', error: { code: 'attempt_expired' } });
    expect(idsOf(world)).toEqual([]);
  });

  it('finishes no other connector than the one of its consent', async () => {
    const world = createWorld();
    const ada = world.browser('ada');
    const older = await created(ada, { definition: 'hubspot', method: 'hubspotPrivateApp', values: { credentials: { private_app_token: 'pat-1' } } });
    const { ticket, callback } = await consented(world, ada);
    const swapped = { ...callback, params: { connector_id: older } };
    expect(await (await finish(ada, swapped, ticket)).json()).toMatchObject({ status: 'failed', error: { code: 'connector_refused' } });
    expect(idsOf(world)).toContain(older);
  });

  it('lets nobody else poll its attempt', async () => {
    const world = createWorld();
    const { attemptId } = await startedAcross(world.browser('ada'));
    expect(await codeOf(await world.browser('ben').call('GET', `/attempts/${attemptId}`))).toBe('attempt_unknown');
  });
});

describe.each(GENERATIONS)('a ticket that somebody got by writing the header, where everything is on one site, in the %s generation', (generation) => {
  it('keeps nothing of what a victim’s consent made', async () => {
    const world = createWorld({ generation });
    const { callback, attemptId } = await consented(world, world.browser('mallory'));
    const victim = world.browser('ada');
    const answer = await victim.call('POST', '/attempts/complete', { body: callback, headers: { 'sec-fetch-site': 'same-origin' } });
    expect(await errorOf(answer)).toEqual({ status: 403, code: 'attempt_foreign' });
    expect(idsOf(world)).toEqual([]);
    expect(world.events).toContainEqual(
      expect.objectContaining({ type: 'attempt_refused', attemptId, code: 'attempt_foreign', removed: generation === 'current' }),
    );
  });
});
