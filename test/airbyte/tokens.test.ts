import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { connectors, createApplicationTokens } from '../../src/airbyte/index.js';
import { builtInCatalog } from '../../src/catalog/index.js';
import { HOSTS, jwtUntil, scriptedAirbyte, testClock } from './scriptedAirbyte.js';

const APP = 'POST /api/v1/account/applications/token';
const SCOPED = 'POST /api/v1/account/applications/scoped-token';
const SECRET = 'client-secret-marked-9f3';

function setUp(scripts: Parameters<typeof scriptedAirbyte>[0] = {}, options: Partial<Parameters<typeof createApplicationTokens>[0]> = {}) {
  const airbyte = scriptedAirbyte(scripts);
  const clock = testClock();
  const tokens = createApplicationTokens({
    clientId: 'id-1',
    clientSecret: SECRET,
    hosts: HOSTS,
    generation: 'current',
    fetch: airbyte.fetch,
    now: clock.now,
    ...options,
  });
  return { tokens, clock, ...airbyte };
}

describe('the application token', () => {
  it('is asked for once however many wait', async () => {
    const { tokens, sent } = setUp();
    const all = await Promise.all(Array.from({ length: 50 }, () => tokens.application()));
    expect(new Set(all)).toEqual(new Set(['app-1']));
    expect(sent(APP)).toHaveLength(1);
  });

  it('carries id and secret and nothing else, without a bearer', async () => {
    const { tokens, requests } = setUp();
    await tokens.application();
    expect(requests).toEqual([expect.objectContaining({ bearer: null, body: { client_id: 'id-1', client_secret: SECRET } })]);
  });

  it('comes from the public host in the seed generation, with the hyphened grant', async () => {
    const { tokens, requests } = setUp({}, { generation: 'seed' });
    await tokens.application();
    expect(requests).toEqual([
      expect.objectContaining({ path: '/v1/applications/token', body: { client_id: 'id-1', client_secret: SECRET, 'grant-type': 'client_credentials' } }),
    ]);
  });

  it('is renewed 60 seconds before its 900 seconds end', async () => {
    const { tokens, clock } = setUp();
    expect(await tokens.application()).toBe('app-1');
    clock.advance(839_999);
    expect(await tokens.application()).toBe('app-1');
    clock.advance(1);
    expect(await tokens.application()).toBe('app-2');
  });

  it('lives 900 seconds where the answer does not tell', async () => {
    const { tokens, clock } = setUp({ [APP]: [{ body: { access_token: 'a' } }, { body: { access_token: 'b' } }] });
    await tokens.application();
    clock.advance(839_000);
    expect(await tokens.application()).toBe('a');
    clock.advance(1_000);
    expect(await tokens.application()).toBe('b');
  });

  it('is asked for again after a failure', async () => {
    const { tokens } = setUp({ [APP]: [{ status: 401, body: { errorId: 'e-1' } }, { body: { access_token: 'a', expires_in: 900 } }] });
    await expect(tokens.application()).rejects.toMatchObject({ code: 'upstream_refused', requestId: 'e-1' });
    expect(await tokens.application()).toBe('a');
  });

  it('is renewed once it was refused, and a refusal of an older one changes nothing', async () => {
    const { tokens } = setUp();
    expect(await tokens.application()).toBe('app-1');
    tokens.renew('app-1');
    expect(await tokens.application()).toBe('app-2');
    tokens.renew('app-1');
    expect(await tokens.application()).toBe('app-2');
  });

  it.each([400, 401, 403, 404, 422])('says that id or secret were refused after a %i, without naming them', async (status) => {
    const { tokens } = setUp({ [APP]: { status, body: { message: `Bad client_secret ${SECRET}` } } });
    const error: unknown = await tokens.application().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'upstream_refused' });
    expect(JSON.stringify(error) + String(error)).not.toContain(SECRET);
  });

  it('says upstream_invalid for an answer without a token', async () => {
    const { tokens } = setUp({ [APP]: { body: { token_type: 'bearer' } } });
    await expect(tokens.application()).rejects.toMatchObject({ code: 'upstream_invalid' });
  });

  it('goes on for the others when one caller aborts', async () => {
    const { tokens, sent } = setUp();
    const controller = new AbortController();
    const aborted = tokens.application({ signal: controller.signal });
    const other = tokens.application();
    controller.abort();
    await expect(aborted).rejects.toMatchObject({ code: 'aborted' });
    expect(await other).toBe('app-1');
    expect(sent(APP)).toHaveLength(1);
  });

  it('is used for a while even by a clock that is far ahead', async () => {
    const { tokens, sent, clock } = setUp({ [APP]: { body: { access_token: 'a', expires_in: 1 } } });
    await tokens.application();
    await tokens.application();
    expect(sent(APP)).toHaveLength(1);
    clock.advance(30_000);
    await tokens.application();
    expect(sent(APP)).toHaveLength(2);
  });
});

describe('a token that no header takes', () => {
  const BAD = 'top-secret-marked\u00e9\nx';
  it.each([
    ['the application’s', APP, { access_token: BAD }],
    ['the workspace’s', SCOPED, { token: BAD }],
  ])('is in no error, asked for again, and not sent: %s', async (_, call, body) => {
    const { tokens, sent } = setUp({ [call]: [{ body }, { body: { access_token: 'good', token: 'good' } }] });
    const error: unknown = await tokens.scoped('ada').catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'upstream_invalid' });
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain('marked');
    await tokens.scoped('ada');
    expect(sent(call)).toHaveLength(2);
  });

  it('is not sent, wherever it came from', async () => {
    const { fetch, requests } = scriptedAirbyte();
    const tokens = { application: async () => BAD, scoped: async () => BAD, renew: () => undefined };
    const client = connectors().client({ fetch, hosts: HOSTS, tokens, now: testClock().now, catalog: builtInCatalog });
    const error: unknown = await client.listConnectors('ada').catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'upstream_invalid' });
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain('marked');
    expect(requests).toEqual([]);
  });
});

describe('the scoped token', () => {
  it('is asked for with the application token, one request for each workspace', async () => {
    const { tokens, sent } = setUp();
    await Promise.all(Array.from({ length: 50 }, (_, index) => tokens.scoped(index % 2 === 0 ? 'user_a' : 'user_b')));
    expect(sent(SCOPED).map(({ body }) => body)).toEqual([{ workspace_name: 'user_a' }, { workspace_name: 'user_b' }]);
    expect(sent(SCOPED).map(({ bearer }) => bearer)).toEqual(['app-1', 'app-1']);
    expect(sent(APP)).toHaveLength(1);
  });

  it('names the region of a new workspace, and the organization', async () => {
    const { tokens, sent } = setUp({}, { regionId: 'region-1', organizationId: 'org-1' });
    await tokens.scoped('user_a');
    expect(sent(SCOPED)[0]).toMatchObject({ body: { workspace_name: 'user_a', region_id: 'region-1' }, organizationId: 'org-1' });
  });

  it('takes the embedded path in the seed generation, and reads access_token', async () => {
    const { tokens, requests } = setUp({}, { generation: 'seed', regionId: 'region-1' });
    expect(await tokens.scoped('user_a')).toBe('scoped-2');
    expect(requests[1]).toMatchObject({ path: '/api/v1/embedded/scoped-token', body: { workspace_name: 'user_a' } });
  });

  it('is renewed 60 seconds before its exp claim', async () => {
    const clock = testClock();
    const { tokens } = setUp({ [SCOPED]: () => ({ body: { token: jwtUntil(clock.now() + 300_000, String(clock.now())) } }) }, { now: clock.now });
    const first = await tokens.scopedToken('user_a');
    expect(first.expiresAt).toBe(clock.now() + 300_000);
    clock.advance(239_000);
    expect((await tokens.scopedToken('user_a')).token).toBe(first.token);
    clock.advance(1_000);
    expect((await tokens.scopedToken('user_a')).token).not.toBe(first.token);
  });

  it('lives 1200 seconds where it tells no exp', async () => {
    const { tokens, clock } = setUp();
    const { expiresAt } = await tokens.scopedToken('user_a');
    expect(expiresAt).toBe(clock.now() + 1_200_000);
  });

  it('renews a refused application token once', async () => {
    const { tokens, sent } = setUp({ [SCOPED]: [{ status: 401, body: { message: 'Invalid token' } }, { body: { token: 's' } }] });
    expect(await tokens.scoped('user_a')).toBe('s');
    expect(sent(SCOPED).map(({ bearer }) => bearer)).toEqual(['app-1', 'app-2']);
  });

  it('is refused when the renewed application token is refused too', async () => {
    const { tokens, sent } = setUp({ [SCOPED]: { status: 403, body: { message: 'no' } } });
    await expect(tokens.scoped('user_a')).rejects.toMatchObject({ code: 'upstream_refused' });
    expect(sent(SCOPED)).toHaveLength(2);
  });

  it('says when the organization is not entitled', async () => {
    const { tokens } = setUp({ [SCOPED]: { status: 403, body: { status: 403, type: 'error:license/entitlement', title: 'License Entitlement Error' } } });
    await expect(tokens.scoped('user_a')).rejects.toMatchObject({ code: 'upstream_not_entitled' });
  });

  it('forgets the workspace that was not used for the longest time beyond 10,000', async () => {
    const { tokens, sent } = setUp();
    for (let index = 0; index <= 10_000; index += 1) await tokens.scoped(`user_${index}`);
    const before = sent(SCOPED).length;
    await tokens.scoped('user_10000');
    expect(sent(SCOPED)).toHaveLength(before);
    await tokens.scoped('user_0');
    expect(sent(SCOPED)).toHaveLength(before + 1);
  });
});
