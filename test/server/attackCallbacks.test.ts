import { describe, expect, it } from 'vitest';
import { APP, type Browser, errorOf } from './harness.js';
import { callbackOf, complete, createWorld, HUBSPOT, type Started, started, ZENDESK } from './world.js';

type World = ReturnType<typeof createWorld>;
type Callback = ReturnType<typeof callbackOf>;

const OWN_CALLBACK = 'https://api.host.example/api/airbyte/callback';
const approved = ({ sandbox }: World, { consentUrl }: Started): Callback => callbackOf(sandbox.decideConsent(consentUrl, 'approve'));

/** The browser follows the address of a callback, wherever that was written. */
const follow = (browser: Browser, { state, params }: Callback) => {
  const query = new URLSearchParams({ ack_state: state });
  for (const [name, value] of Object.entries(params)) if (value !== undefined) query.set(name, value);
  return browser.call('GET', `/callback?${query}`, { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } });
};

/** Both ways in which a callback is finished: by the host's page, and by the handler itself. */
const ENDS = {
  'the callback page': { handler: {}, finish: complete },
  'the handler’s own callback': { handler: { callbackUrl: OWN_CALLBACK, allowedOrigins: [APP] }, finish: follow },
};
const WAYS = (['current', 'seed'] as const).flatMap((generation) => (Object.keys(ENDS) as (keyof typeof ENDS)[]).map((end) => [generation, end] as const));

/** How somebody misuses a callback: who sends what. Ada’s consent was given, and `left` connectors of hers may be there afterwards. */
interface Attack {
  code: string;
  attack(world: World, ada: Browser): Promise<{ by: Browser; callback: Callback; stays?: string[] }>;
}

const idsOf = ({ sandbox }: World, user?: string) => sandbox.connectors(user).map(({ id }) => id);

const ATTACKS: Record<string, Attack> = {
  // Guard: the state's hash in the cookie.
  'a forged state for an attempt that this browser holds': {
    code: 'attempt_unknown',
    async attack(world, ada) {
      const { attemptId, ...attempt } = await started(ada);
      const { params } = approved(world, { attemptId, ...attempt });
      return { by: ada, callback: { state: `${attemptId}.${'A'.repeat(43)}`, params }, stays: idsOf(world) };
    },
  },
  // Guard: a cookie holds for the attempt of its name only.
  'a state with the cookie of another attempt': {
    code: 'attempt_foreign',
    async attack(world, ada) {
      const first = await started(ada);
      const second = await started(ada, ZENDESK);
      ada.cookies.set(`__Host-ack-${first.attemptId}`, ada.cookies.get(`__Host-ack-${second.attemptId}`) ?? '');
      return { by: ada, callback: approved(world, first) };
    },
  },
  // Guard: no cookie, no completion; what a finished attempt made is not cleared away.
  'a finished callback, replayed in another browser': {
    code: 'attempt_foreign',
    async attack(world, ada) {
      const callback = approved(world, await started(ada));
      await complete(ada, callback);
      const by = world.browser('ben');
      await started(by);
      return { by, callback, stays: idsOf(world) };
    },
  },
  // Guard: the user in the cookie against the session's.
  'a callback after the user of the browser has changed': {
    code: 'attempt_foreign',
    async attack(world, ada) {
      const callback = approved(world, await started(ada));
      ada.user = 'ben';
      await started(ada);
      return { by: ada, callback };
    },
  },
  // Guard: expiry in the cookie, whatever the browser keeps.
  'a callback that is too late, with its cookie kept by hand': {
    code: 'attempt_expired',
    async attack(world, ada) {
      const callback = approved(world, await started(ada));
      world.clock.advance(900_001);
      await started(ada);
      return { by: ada, callback };
    },
  },
  // Guard: the definition in the attempt, and Airbyte's own for a secret id.
  'what another definition’s consent gave, under the state of this one': {
    code: 'connector_refused|secret_id_expired',
    async attack(world, ada) {
      const hubspot = await started(ada);
      const { params } = approved(world, await started(ada, ZENDESK));
      const { state } = callbackOf(world.sandbox.decideConsent(hubspot.consentUrl, 'deny'));
      return { by: ada, callback: { state, params }, stays: idsOf(world) };
    },
  },
  // Guard: the workspace's list, and Airbyte's own for a secret id.
  'what somebody else’s consent gave, injected under a state that leaked': {
    code: 'connector_refused|secret_id_expired',
    async attack(world, ada) {
      const { state } = callbackOf(world.sandbox.decideConsent((await started(ada)).consentUrl, 'deny'));
      const { params } = approved(world, await started(world.browser('mallory')));
      return { by: ada, callback: { state, params }, stays: idsOf(world) };
    },
  },
  // Guard: the attempt of a state is looked up in this browser, not in the address.
  'a callback of somebody who wants their account to be connected here': {
    code: 'attempt_foreign',
    async attack(world, ada) {
      await started(ada);
      return { by: ada, callback: approved(world, await started(world.browser('mallory'))) };
    },
  },
};

describe.each(WAYS)('in the %s generation, over %s', (generation, end) => {
  const { handler, finish } = ENDS[end];

  it.each(Object.keys(ATTACKS))('%s connects nothing, and removes nothing that is not its own', async (name) => {
    const told: string[] = [];
    const world = createWorld({ generation, handler: { ...handler, onConnected: ({ connector }) => void told.push(connector.id) } });
    const ada = world.browser('ada');
    const { code, attack } = ATTACKS[name]!;
    const { by, callback, stays = [] } = await attack(world, ada);
    const before = [...told];
    const answer = await finish(by, callback);
    const text = await answer.text();
    expect(text).not.toMatch(/"connected"/);
    expect(world.events.findLast(({ type }) => type === 'attempt_refused' || type === 'attempt_completed')).toMatchObject({
      code: expect.stringMatching(new RegExp(`^(${code})$`)),
    });
    expect(told).toEqual(before);
    expect(idsOf(world)).toEqual(stays);
  });
});

describe('a secret_id that is injected from another site', () => {
  const inject = async (headers: Record<string, string>, send: (ada: Browser, body: object) => Promise<Response>) => {
    const world = createWorld({ generation: 'seed' });
    const ada = world.browser('ada');
    // The worst case: even the state has leaked, and the victim's cookie and session travel along.
    const { state } = callbackOf(world.sandbox.decideConsent((await started(ada)).consentUrl, 'deny'));
    const { params } = approved(world, await started(world.browser('mallory')));
    const asked = world.sandbox.requests.length;
    const answer = await send(ada, { state, params });
    expect(world.sandbox.requests, JSON.stringify(headers)).toHaveLength(asked);
    expect(world.sandbox.connectors()).toEqual([]);
    return errorOf(answer);
  };

  // Guard: requireOrigin.
  it.each<Record<string, string>>([
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'https://other.example.com', 'sec-fetch-site': 'same-site' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
    { origin: '', 'sec-fetch-site': 'none' },
    { origin: 'https://app.example.com.evil.example' },
    { origin: 'https://evil.example/?https://app.example.com' },
    { origin: 'http://app.example.com' },
    { origin: 'https://app.example.com:444' },
    { origin: 'https://api.host.example' },
  ])('reaches nothing from %j', async (headers) => {
    const answer = await inject(headers, (ada, body) => ada.call('POST', '/attempts/complete', { body, headers }));
    expect(answer).toEqual({ status: 403, code: 'origin_refused' });
  });

  // Guard: the media type, for what a form can send without a preflight.
  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json-patch+json'])(
    'is not read from a form that sends %s',
    async (type) => {
      const headers = { 'content-type': type };
      expect((await inject(headers, (ada, body) => ada.call('POST', '/attempts/complete', { raw: JSON.stringify(body), headers }))).code).toBe(
        'unsupported_media_type',
      );
    },
  );

  // Guard: the route table, and that state and parameters are read from a body alone.
  it.each(['GET', 'HEAD', 'PUT'])('is not taken by %s', async (method) => {
    const world = createWorld({ generation: 'seed' });
    const ada = world.browser('ada');
    const { state, params } = approved(world, await started(ada));
    const query = new URLSearchParams({ ack_state: state, secret_id: params.secret_id ?? '' });
    expect((await ada.call(method, `/attempts/complete?${query}`)).ok).toBe(false);
    expect(world.sandbox.connectors()).toEqual([]);
  });

  it('starts nothing either: a foreign page gets no attempt in the name of whoever visits it', async () => {
    const world = createWorld();
    const ada = world.browser('ada');
    const answer = await ada.call('POST', '/attempts', { body: HUBSPOT, headers: { origin: 'https://evil.example' } });
    expect(await errorOf(answer)).toEqual({ status: 403, code: 'origin_refused' });
    expect([ada.setCookies, world.sandbox.requests]).toEqual([[], []]);
  });
});
