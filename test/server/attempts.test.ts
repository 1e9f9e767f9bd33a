import { describe, expect, it } from 'vitest';
import { type AirbytePattern, connectors } from '../../src/airbyte/index.js';
import { unavailable } from '../../src/sandbox/index.js';
import type { ConnectedInfo, ConnectHandlerOptions } from '../../src/server/index.js';
import { memoryStore } from '../../src/server/index.js';
import { createBrowser, errorOf } from './harness.js';
import { callbackOf, complete, createWorld, HUBSPOT, started, ZENDESK } from './world.js';

const GENERATIONS = ['current', 'seed'] as const;
const outcomeOf = async (response: Response) => ({ status: response.status, ...(await response.json()) });

describe.each(GENERATIONS)('an attempt of the %s generation', (generation) => {
  it('connects once the consent comes back', async () => {
    const told: ConnectedInfo[] = [];
    const { browser, sandbox, events } = createWorld({ generation, handler: { onConnected: (info) => void told.push(info) } });
    const ada = browser('ada');
    const { attemptId, consentUrl } = await started(ada);
    expect(await (await ada.call('GET', `/attempts/${attemptId}`)).json()).toEqual({ status: 'pending' });
    const outcome = await (await complete(ada, callbackOf(sandbox.decideConsent(consentUrl, 'approve')))).json();
    expect(outcome).toMatchObject({ status: 'connected', connector: { definition: { slug: 'hubspot' } } });
    expect(sandbox.connectors('ada').map(({ id }) => id)).toEqual([outcome.connector.id]);
    expect(await (await ada.call('GET', `/attempts/${attemptId}`)).json()).toEqual(outcome);
    expect(told).toMatchObject([{ userId: 'ada', attemptId, connector: { id: outcome.connector.id } }]);
    expect(events.map(({ type }) => type)).toEqual(['attempt_started', 'connector_created', 'attempt_completed']);
    expect(sandbox.unknownCalls).toEqual([]);
  });

  it('carries what was asked before the consent, and the name', async () => {
    const { browser, sandbox } = createWorld({ generation });
    const ada = browser('ada');
    const { consentUrl } = await started(ada, { ...ZENDESK, name: 'Support desk' });
    await complete(ada, callbackOf(sandbox.decideConsent(consentUrl, 'approve')));
    expect(sandbox.connectors('ada')).toMatchObject([{ name: 'Support desk', environment: { subdomain: 'acme' } }]);
  });

  it('keeps inputs that are too large for a cookie in the store, and refuses what is too large for that', async () => {
    const { browser, sandbox } = createWorld({ generation });
    const ada = browser('ada');
    const withNote = (length: number) => ({ ...ZENDESK, values: { ...ZENDESK.values, replication_config: { note: 'x'.repeat(length) } } });
    const { consentUrl } = await started(ada, withNote(4_000));
    expect(ada.setCookies.at(-1)?.length).toBeLessThan(1_700);
    expect(await (await complete(ada, callbackOf(sandbox.decideConsent(consentUrl, 'approve')))).json()).toMatchObject({ status: 'connected' });
    expect(sandbox.connectors('ada')[0]?.replicationConfig).toEqual({ note: 'x'.repeat(4_000) });
    expect(await errorOf(await ada.call('POST', '/attempts', { body: withNote(40_000) }))).toEqual({ status: 413, code: 'inputs_too_large' });
  });

  it('ends as denied, with no connector and no second chance', async () => {
    const { browser, sandbox } = createWorld({ generation });
    const ada = browser('ada');
    const { attemptId, consentUrl } = await started(ada);
    const callback = callbackOf(sandbox.decideConsent(consentUrl, 'deny'));
    expect(await outcomeOf(await complete(ada, callback))).toMatchObject({ status: 'failed', error: { code: 'oauth_denied' } });
    expect(await outcomeOf(await ada.call('GET', `/attempts/${attemptId}`))).toMatchObject({ error: { code: 'oauth_denied' } });
    expect(sandbox.connectors()).toEqual([]);
  });

  it.each([[{ error: 'creation_failed', error_description: 'whatever' }], [{}]])('ends as failed for %j', async (params) => {
    const { browser, sandbox } = createWorld({ generation });
    const ada = browser('ada');
    const { state } = callbackOf(sandbox.decideConsent((await started(ada)).consentUrl, 'deny'));
    expect(await outcomeOf(await complete(ada, { state, params }))).toMatchObject({ status: 'failed', error: { code: 'oauth_failed' } });
  });

  it('answers a repeat from its cookie, without asking Airbyte', async () => {
    const { browser, sandbox } = createWorld({ generation });
    const ada = browser('ada');
    const callback = callbackOf(sandbox.decideConsent((await started(ada)).consentUrl, 'approve'));
    const first = await (await complete(ada, callback)).json();
    const asked = sandbox.requests.length;
    expect(await (await complete(ada, callback)).json()).toEqual(first);
    expect(sandbox.requests).toHaveLength(asked);
  });

  it('finishes once when two callbacks come at the same time', async () => {
    const told: ConnectedInfo[] = [];
    const { browser, sandbox } = createWorld({ generation, handler: { onConnected: (info) => void told.push(info) } });
    const ada = browser('ada');
    const callback = callbackOf(sandbox.decideConsent((await started(ada)).consentUrl, 'approve'));
    const outcomes = await Promise.all([1, 2, 3].map(async () => (await complete(ada, callback)).json()));
    expect(outcomes[0]).toMatchObject({ status: 'connected' });
    expect(outcomes[1]).toEqual(outcomes[0]);
    expect(outcomes[2]).toEqual(outcomes[0]);
    expect(sandbox.connectors('ada')).toHaveLength(1);
    expect(told).toHaveLength(1);
  });

  it('finishes once over two instances that share a store', async () => {
    const store = memoryStore();
    const { browser, another, sandbox } = createWorld({ generation, handler: { store } });
    const ada = browser('ada');
    const callback = callbackOf(sandbox.decideConsent((await started(ada)).consentUrl, 'approve'));
    const elsewhere = createBrowser(another().handler, 'ada');
    elsewhere.cookies = new Map(ada.cookies);
    const [one, other] = await Promise.all([complete(ada, callback), complete(elsewhere, callback)].map(async (answer) => (await answer).json()));
    expect(one).toMatchObject({ status: 'connected' });
    expect(other).toEqual(one);
    expect(sandbox.connectors('ada')).toHaveLength(1);
  });

  it('completes on another instance that shares nothing but the secret', async () => {
    const { browser, another, sandbox } = createWorld({ generation });
    const ada = browser('ada');
    const { consentUrl, attemptId } = await started(ada);
    const elsewhere = createBrowser(another().handler, 'ada');
    elsewhere.cookies = ada.cookies;
    expect(await (await complete(elsewhere, callbackOf(sandbox.decideConsent(consentUrl, 'approve')))).json()).toMatchObject({ status: 'connected' });
    expect(await (await ada.call('GET', `/attempts/${attemptId}`)).json()).toMatchObject({ status: 'connected' });
  });

  it('stays open when Airbyte does not answer, and connects at the repeat', async () => {
    const { browser, sandbox } = createWorld({ generation });
    const ada = browser('ada');
    const { attemptId, consentUrl } = await started(ada);
    const callback = callbackOf(sandbox.decideConsent(consentUrl, 'approve'));
    sandbox.addFault(unavailable({ match: { path: /\/integrations\/connectors/ }, times: 3 }));
    expect((await complete(ada, callback)).status).toBe(502);
    expect(await (await ada.call('GET', `/attempts/${attemptId}`)).json()).toEqual({ status: 'pending' });
    for (let repeat = 0; repeat < 3 && sandbox.connectors('ada').length === 0; repeat += 1) await complete(ada, callback);
    expect(await outcomeOf(await complete(ada, callback))).toMatchObject({ status: 'connected' });
    expect(sandbox.connectors('ada')).toHaveLength(1);
  });

  it('is taken over by the host at least once: a failing host makes the repeat go on, not create again', async () => {
    let failures = 1;
    const told: string[] = [];
    const onConnected: ConnectHandlerOptions['onConnected'] = ({ connector }) => {
      told.push(connector.id);
      if (failures-- > 0) throw new Error('database is down');
    };
    const { browser, sandbox } = createWorld({ generation, handler: { onConnected } });
    const ada = browser('ada');
    const callback = callbackOf(sandbox.decideConsent((await started(ada)).consentUrl, 'approve'));
    expect(await errorOf(await complete(ada, callback))).toEqual({ status: 500, code: 'internal' });
    expect(await outcomeOf(await complete(ada, callback))).toMatchObject({ status: 'connected' });
    expect(told).toHaveLength(2);
    expect(new Set(told).size).toBe(1);
    expect(sandbox.connectors('ada')).toHaveLength(1);
  });

  it('completes for a bearer host, whose callback page knows nobody', async () => {
    const { browser, sandbox } = createWorld({ generation });
    const page = browser('ada');
    const { attemptId, consentUrl } = await started(page);
    page.user = null;
    expect(await outcomeOf(await complete(page, callbackOf(sandbox.decideConsent(consentUrl, 'approve'))))).toMatchObject({ status: 'connected' });
    expect(sandbox.connectors('ada')).toHaveLength(1);
    expect((await page.call('GET', `/attempts/${attemptId}`)).status).toBe(401);
    page.user = 'ada';
    expect(await outcomeOf(await page.call('GET', `/attempts/${attemptId}`))).toMatchObject({ status: 'connected' });
  });

  it('has expired after 15 minutes, and leaves no connector', async () => {
    const { browser, clock, sandbox } = createWorld({ generation });
    const ada = browser('ada');
    const { attemptId, consentUrl } = await started(ada);
    const callback = callbackOf(sandbox.decideConsent(consentUrl, 'approve'));
    clock.advance(900_001);
    expect(await outcomeOf(await ada.call('GET', `/attempts/${attemptId}`))).toMatchObject({ status: 'failed', error: { code: 'attempt_expired' } });
    expect(await outcomeOf(await complete(ada, callback))).toMatchObject({ status: 'failed', error: { code: 'attempt_expired' } });
    expect(sandbox.connectors()).toEqual([]);
  });

  it('says that it has expired also when the browser has dropped the cookie', async () => {
    const { browser, clock, sandbox } = createWorld({ generation });
    const ada = browser('ada');
    const { attemptId, consentUrl } = await started(ada);
    const callback = callbackOf(sandbox.decideConsent(consentUrl, 'approve'));
    clock.advance(900_001);
    ada.cookies.clear();
    expect(await outcomeOf(await ada.call('GET', `/attempts/${attemptId}`))).toMatchObject({ error: { code: 'attempt_expired' } });
    expect(await errorOf(await complete(ada, callback))).toEqual({ status: 410, code: 'attempt_expired' });
    expect(sandbox.connectors()).toEqual([]);
  });

  it('is not completed for a definition that is no longer offered', async () => {
    const offered = ['hubspot'];
    const { browser, sandbox } = createWorld({ generation, handler: { definitions: () => offered } });
    const ada = browser('ada');
    const callback = callbackOf(sandbox.decideConsent((await started(ada)).consentUrl, 'approve'));
    offered.pop();
    expect(await outcomeOf(await complete(ada, callback))).toMatchObject({ status: 'failed', error: { code: 'definition_not_found' } });
    expect(sandbox.connectors()).toEqual([]);
  });
});

describe('starting', () => {
  it('refuses a method that is no sign-in, and changes nothing at Airbyte', async () => {
    const { browser, sandbox } = createWorld();
    expect(await errorOf(await browser('ada').call('POST', '/attempts', { body: { ...HUBSPOT, method: 'hubspotPrivateApp' } }))).toMatchObject({
      code: 'oauth_not_available',
    });
    expect(sandbox.requests.filter(({ method, path }) => method !== 'GET' && !path.endsWith('token'))).toEqual([]);
  });

  it.each(['http://consent.example/x', 'javascript:alert(1)', 'not an address'])(
    'refuses the consent address %s, whichever pattern answers it',
    async (consentUrl) => {
      const pattern: AirbytePattern = {
        ...connectors(),
        client: (context) => ({ ...connectors().client(context), initiateOAuth: async () => ({ consentUrl }) }),
      };
      const ada = createWorld({ handler: { pattern } }).browser('ada');
      expect((await errorOf(await ada.call('POST', '/attempts', { body: HUBSPOT }))).code).toBe('consent_url_refused');
      expect(ada.setCookies).toEqual([]);
    },
  );

  it('asks the callback page of the origin that asks, where it depends on it', async () => {
    const { another, sandbox } = createWorld({
      handler: { callbackUrl: (origin) => `${origin}/back?tab=1`, allowedOrigins: ['https://one.example', 'https://two.example'] },
    });
    const ada = createBrowser(another().handler, 'ada');
    expect((await ada.call('POST', '/attempts', { body: HUBSPOT, headers: { origin: 'https://two.example' } })).status).toBe(201);
    const initiate = sandbox.requests.find(({ path }) => path.includes('initiate'));
    expect(initiate?.body).toMatchObject({ redirect_url: expect.stringMatching(/^https:\/\/two\.example\/back\?tab=1&ack_state=/) });
    expect((await ada.call('POST', '/attempts', { body: HUBSPOT, headers: { origin: 'https://three.example', 'sec-fetch-site': 'same-origin' } })).status).toBe(
      403,
    );
  });
});

describe('the cookie', () => {
  it('is __Host-, HttpOnly, Secure, Lax and for the whole host', async () => {
    const { browser } = createWorld();
    const ada = browser('ada');
    const { attemptId } = await started(ada);
    expect(ada.setCookies).toEqual([
      expect.stringMatching(new RegExp(`^__Host-ack-${attemptId}=[\\w.-]+; Path=/; Max-Age=900; HttpOnly; SameSite=Lax; Secure$`)),
    ]);
  });

  it.each(['http://localhost:5173/x', 'http://127.0.0.1:5173/x', 'http://[::1]:5173/x'])(
    'has neither prefix nor Secure for a callback page on %s only',
    async (callbackUrl) => {
      const { another, sandbox } = createWorld({ handler: { callbackUrl } });
      const ada = createBrowser(another().handler, 'ada');
      const body = HUBSPOT;
      const response = await ada.call('POST', '/attempts', { body, headers: { origin: new URL(callbackUrl).origin } });
      const { attemptId, consentUrl } = await response.json();
      expect(ada.setCookies).toEqual([expect.stringMatching(new RegExp(`^ack-${attemptId}=[\\w.-]+; Path=/; Max-Age=900; HttpOnly; SameSite=Lax$`))]);
      const done = await ada.call('POST', '/attempts/complete', {
        body: callbackOf(sandbox.decideConsent(consentUrl, 'approve')),
        headers: { origin: new URL(callbackUrl).origin },
      });
      expect(await done.json()).toMatchObject({ status: 'connected' });
    },
  );

  it('is replaced by the sealed outcome for five minutes', async () => {
    const { browser, sandbox } = createWorld();
    const ada = browser('ada');
    const { attemptId, consentUrl } = await started(ada);
    await complete(ada, callbackOf(sandbox.decideConsent(consentUrl, 'approve')));
    expect(ada.setCookies.at(-1)).toMatch(new RegExp(`^__Host-ack-${attemptId}=[\\w.-]+; Path=/; Max-Age=300; HttpOnly`));
  });

  it('holds nothing that can be read', async () => {
    const { browser } = createWorld();
    const ada = browser('ada');
    await started(ada, ZENDESK);
    const value = [...ada.cookies.values()].join('');
    for (const part of value.split('.')) expect(Buffer.from(part, 'base64url').toString('latin1')).not.toMatch(/acme|subdomain|ada/);
  });

  it('is one of four at most: a fifth start ends the oldest, whose callback is refused', async () => {
    const { browser, clock, sandbox } = createWorld();
    const page = browser(null);
    const attempts = [];
    for (const user of ['ada', 'ben', 'cleo', 'dora', 'emil']) {
      page.user = user;
      attempts.push(await started(page));
      clock.advance(1_000);
    }
    expect([...page.cookies.keys()]).toEqual(attempts.slice(1).map(({ attemptId }) => `__Host-ack-${attemptId}`));
    const oldest = attempts[0]!;
    page.user = 'ada';
    expect(await outcomeOf(await page.call('GET', `/attempts/${oldest.attemptId}`))).toMatchObject({ error: { code: 'attempt_replaced' } });
    expect(await errorOf(await complete(page, callbackOf(sandbox.decideConsent(oldest.consentUrl, 'approve'))))).toEqual({
      status: 409,
      code: 'attempt_replaced',
    });
    expect(sandbox.connectors()).toEqual([]);
    page.user = 'emil';
    expect(await outcomeOf(await complete(page, callbackOf(sandbox.decideConsent(attempts[4]!.consentUrl, 'approve'))))).toMatchObject({ status: 'connected' });
  });
});

describe.each(GENERATIONS)('a second attempt at the same service, in the %s generation', (generation) => {
  it('ends the first, whose consent connects nothing however it comes back', async () => {
    const { browser, sandbox } = createWorld({ generation });
    const ada = browser('ada');
    const first = await started(ada);
    const second = await started(ada);
    expect(await outcomeOf(await ada.call('GET', `/attempts/${first.attemptId}`))).toMatchObject({ status: 'failed', error: { code: 'attempt_replaced' } });
    const late = callbackOf(sandbox.decideConsent(first.consentUrl, 'approve'));
    expect(await errorOf(await complete(ada, late))).toEqual({ status: 409, code: 'attempt_replaced' });
    expect(sandbox.connectors()).toEqual([]);
    expect(await outcomeOf(await complete(ada, callbackOf(sandbox.decideConsent(second.consentUrl, 'approve'))))).toMatchObject({ status: 'connected' });
    expect(sandbox.connectors('ada')).toHaveLength(1);
  });

  it('ends the first also where the browser has kept its cookie', async () => {
    const { browser, sandbox } = createWorld({ generation });
    const ada = browser('ada');
    const first = await started(ada);
    const cookie = [...ada.cookies];
    await started(ada);
    for (const [name, value] of cookie) ada.cookies.set(name, value);
    const late = callbackOf(sandbox.decideConsent(first.consentUrl, 'approve'));
    expect(await outcomeOf(await complete(ada, late))).toMatchObject({ status: 'failed', error: { code: 'attempt_replaced' } });
    expect(sandbox.connectors()).toEqual([]);
  });

  it('ends nothing of somebody else’s, whose public id is written into a cookie', async () => {
    const { browser, sandbox } = createWorld({ generation });
    const [ada, mallory] = [browser('ada'), browser('mallory')];
    const { attemptId, consentUrl } = await started(ada);
    mallory.cookies.set(`__Host-ack-${attemptId}`, 'made-up');
    await started(mallory);
    expect(mallory.cookies.has(`__Host-ack-${attemptId}`)).toBe(false);
    expect(await outcomeOf(await complete(ada, callbackOf(sandbox.decideConsent(consentUrl, 'approve'))))).toMatchObject({ status: 'connected' });
  });

  it('leaves those of another service, of another user and of another browser alone, and what is finished', async () => {
    const { browser, sandbox } = createWorld({ generation });
    const [ada, phone] = [browser('ada'), browser('ada')];
    const done = await started(ada);
    await complete(ada, callbackOf(sandbox.decideConsent(done.consentUrl, 'approve')));
    const elsewhere = await started(phone);
    const zendesk = await started(ada, ZENDESK);
    ada.user = 'ben';
    const bens = await started(ada);
    ada.user = 'ada';
    await started(ada);
    const statusOf = async (page: typeof ada, { attemptId }: typeof done) => (await (await page.call('GET', `/attempts/${attemptId}`)).json()).status;
    expect([await statusOf(ada, done), await statusOf(ada, zendesk), await statusOf(phone, elsewhere)]).toEqual(['connected', 'pending', 'pending']);
    ada.user = 'ben';
    expect(await statusOf(ada, bens)).toBe('pending');
  });
});
