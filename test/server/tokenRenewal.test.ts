import { describe, expect, it } from 'vitest';
import { createTokenClient, templates } from '../../src/airbyte/index.js';
import { type ConnectApi, Sealed } from '../../src/core/index.js';
import { status } from '../../src/sandbox/index.js';
import { createFakeTime } from './fakeTime.js';
import { APP, createBrowser, errorOf, HOST, printed } from './harness.js';
import { createWorld } from './world.js';

const ENDPOINT = `${HOST}/api/airbyte/token`;
const SECONDS = 30;

interface Tab {
  api: ConnectApi;
  /** Bodies sent to the token endpoint. */
  sent: string[];
}

function setUp() {
  const world = createWorld({ handler: { tokenEndpoint: true, rateLimit: false } });
  /** The sandbox forgets the workspaces, and with them their tokens: Airbyte has revoked them. */
  const revoke = () => world.sandbox.reset();
  const minted = () => world.sandbox.requests.filter(({ operationId }) => operationId === 'createScopedToken').length;
  const tab = (backend: () => (request: Request) => Promise<Response> = () => world.handler): Tab => {
    const sent: string[] = [];
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (new URL(request.url).origin !== HOST) return world.sandbox.fetch(request);
      sent.push(await request.clone().text());
      return backend()(request);
    };
    const headers = { 'x-user': 'ada', origin: APP, 'ack-wire': '1' };
    return { api: createTokenClient({ tokenEndpoint: ENDPOINT, headers, fetch, now: world.clock.now }), sent };
  };
  return { ...world, revoke, minted, tab };
}

const connect = (api: ConnectApi) =>
  api.createConnector({
    definition: 'stripe',
    method: 'bearerAuth',
    values: new Sealed({ credentials: { api_key: 'sk_test_good' }, replication_config: { account_id: 'acct_1' } }),
  });

describe('a token that Airbyte revokes before its end', () => {
  it('is replaced by one extra mint, and the call works', async () => {
    const { tab, revoke, minted, sandbox } = setUp();
    const { api, sent } = tab();
    await connect(api);
    expect(minted()).toBe(1);
    revoke();
    await connect(api);
    expect([minted(), sent.length, sandbox.connectors('ada').length]).toEqual([1, 2, 1]);
  });

  it('is replaced once for two tabs at once, and for one that comes late', async () => {
    const { tab, revoke, minted } = setUp();
    const tabs = [tab(), tab(), tab()];
    const [first, second, late] = tabs;
    await Promise.all(tabs.map(({ api }) => connect(api)));
    revoke();
    await Promise.all([first, second].map((each) => each && connect(each.api)));
    expect(minted()).toBe(1);
    if (late !== undefined) await connect(late.api);
    expect(minted()).toBe(1);
  });

  it('is handed to nobody afterwards', async () => {
    const { browser, revoke } = setUp();
    const ada = browser('ada');
    const ask = async (body: unknown = {}) => (await ada.call('POST', '/token', { body })).json();
    const { token, tokenId } = await ask();
    revoke();
    const { token: next } = await ask({ refused: [tokenId] });
    const others = await Promise.all([ask(), ask({ refused: [] }), ask({ refused: [tokenId] })]);
    expect(next).not.toBe(token);
    expect(others.map((answer) => answer.token)).toEqual([next, next, next]);
  });

  it('is replaced where several backends each hold one, at the second call at the latest', async () => {
    const { tab, another, handler, revoke } = setUp();
    const beside = another().handler;
    await createBrowser(beside, 'ada').call('POST', '/token', { body: {} });
    let turn = 0;
    const { api } = tab(() => [handler, beside][turn++ % 2] ?? handler);
    await connect(api);
    revoke();
    await connect(api).catch(() => undefined);
    expect(await connect(api)).toMatchObject({ definition: { slug: 'stripe' } });
  });

  it('is asked of Airbyte three times where that does not answer, not three times three', async () => {
    const { tab, minted, sandbox, clock } = setUp();
    sandbox.addFault(status(500, { match: { operationId: 'createScopedToken' } }));
    const time = createFakeTime(clock.now());
    time.start();
    try {
      await expect(connect(tab().api)).rejects.toMatchObject({ code: 'upstream_unavailable' });
    } finally {
      time.stop();
    }
    expect(minted()).toBe(3);
  });

  it('is not named to an endpoint of the host’s own that gives tokens no names', async () => {
    const { tab, handler, revoke } = setUp();
    const { api, sent } = tab(() => async (request) => {
      const { tokenId: _, ...answer } = await (await handler(request)).json();
      return Response.json(answer);
    });
    await connect(api);
    revoke();
    await expect(connect(api)).rejects.toMatchObject({ code: 'upstream_refused' });
    expect(sent).toEqual(['{}', '{}']);
  });
});

describe('a page that says its token was refused', () => {
  it('has it renewed once in 30 seconds, however often it says so', async () => {
    const { browser, clock, minted } = setUp();
    const ada = browser('ada');
    let refused: string[] = [];
    const lie = async (times: number) => {
      for (let time = 0; time < times; time += 1) refused = [(await (await ada.call('POST', '/token', { body: { refused } })).json()).tokenId];
      return minted();
    };
    expect(await lie(20)).toBe(2);
    clock.advance(SECONDS * 1000 - 1);
    expect(await lie(20)).toBe(2);
    clock.advance(1);
    expect(await lie(20)).toBe(3);
  });

  it('renews neither another user’s token nor one that nobody holds', async () => {
    const { browser, minted } = setUp();
    const { tokenId } = await (await browser('ben').call('POST', '/token', { body: {} })).json();
    const ask = async (refused: string[]) => (await (await browser('ada').call('POST', '/token', { body: { refused } })).json()).tokenId;
    expect(await ask([])).toBe(await ask([tokenId, 'no-such-token', '']));
    expect(minted()).toBe(2);
  });

  it('sends and logs nothing of the token', async () => {
    const { tab, revoke, events, sandbox } = setUp();
    const { api, sent } = tab();
    const bearers = () => sandbox.requests.map(({ headers }) => headers.authorization?.replace('Bearer ', '') ?? '').filter((bearer) => bearer !== '');
    await connect(api);
    const seen = bearers();
    revoke();
    await connect(api);
    expect(sent[1]).toMatch(/^\{"refused":\["[\w-]{43}"\]\}$/);
    for (const bearer of [...seen, ...bearers()])
      for (let at = 0; at + 12 <= bearer.length; at += 6) expect(`${sent} ${printed(events)}`).not.toContain(bearer.slice(at, at + 12));
  });

  it.each([
    ['no body', {}, 200],
    ['another type', { raw: 'refused', headers: { 'content-type': 'text/plain' } }, 200],
    ['what it does not know', { body: { later: true } }, 200],
    ['a word', { body: { refused: 'all' } }, 422],
    ['too many', { body: { refused: Array.from({ length: 9 }, () => 'x') } }, 422],
    ['too long', { body: { refused: ['x'.repeat(101)] } }, 422],
  ])('may send %s', async (_what, init, status) => {
    const { browser } = setUp();
    expect((await browser('ada').call('POST', '/token', init)).status).toBe(status);
  });
});

describe('templates() with tags', () => {
  const token = async (tags: string[] | undefined, tokenEndpoint: true | { unenforced: true }) =>
    createWorld({ handler: { pattern: templates({ tags }), tokenEndpoint } })
      .browser('ada')
      .call('POST', '/token');

  it('hands out no token, since nothing holds a page to them, unless the host accepts that', async () => {
    expect(await errorOf(await token(['crm'], true))).toEqual({ status: 403, code: 'token_mode_unenforced' });
    expect((await token(['crm'], { unenforced: true })).status).toBe(200);
    expect((await token([], true)).status).toBe(200);
    expect((await token(undefined, true)).status).toBe(200);
  });
});
