import { describe, expect, it } from 'vitest';
import { connectors, createApplicationTokens, templates } from '../../src/airbyte/index.js';
import { builtInCatalog } from '../../src/catalog/index.js';
import { HOSTS, type ScriptedAnswer, scriptedAirbyte, testClock } from './scriptedAirbyte.js';

const ID = '11111111-1111-4111-8111-111111111111';
const SOURCES = '/api/v1/integrations/sources';
const START = `POST ${SOURCES}/${ID}/check`;
const STATUS = `GET ${SOURCES}/check/chk_1/status`;
const EXECUTE = `POST /api/v1/connectors/sources/${ID}/execute`;
const widget = (payload: object) => Buffer.from(JSON.stringify(payload)).toString('base64');
const stripe = { name: 'Stripe', actor_definition_id: 'e094cb9a-26de-4645-8761-65c0c425d1de' };
const at = (status: string, rest: object = {}): ScriptedAnswer => ({ body: { id: 'chk_1', status, ...rest } });

function setUp(scripts: Record<string, ScriptedAnswer | ScriptedAnswer[]> = {}, whileWaiting?: () => Promise<void>) {
  const airbyte = scriptedAirbyte({
    'POST /api/v1/account/applications/widget-token': {
      body: { token: widget({ token: 'inner', widgetUrl: 'https://cloud.example/embedded-widget?workspaceId=ws_1' }) },
    },
    [`GET ${SOURCES}`]: { body: { data: [{ id: ID, name: 'Mine', summarized_source_template: stripe }] } },
    [START]: { body: { id: 'chk_1' } },
    [STATUS]: at('succeeded'),
    ...scripts,
  });
  const waits: number[] = [];
  const sleep = async (ms: number) => {
    waits.push(ms);
    await whileWaiting?.();
  };
  const shared = { hosts: HOSTS, fetch: airbyte.fetch, now: testClock().now };
  const pattern = templates();
  const tokens = createApplicationTokens({ clientId: 'id', clientSecret: 'secret', generation: 'current', scopedToken: pattern.scopedToken, ...shared });
  return { ...airbyte, waits, client: pattern.client({ ...shared, sleep, tokens, catalog: builtInCatalog }) };
}

describe('a configuration check', () => {
  it('is looked at after 1 s and then ever more seldom, until there is a verdict', async () => {
    const { client, waits } = setUp({
      [STATUS]: [...['pending', 'running', 'running', 'running', 'running', 'running', 'running'].map((status) => at(status)), at('succeeded')],
    });
    expect(await client.checkConnector('ada', ID)).toEqual({ status: 'verified' });
    expect(waits).toEqual([1000, 2000, 3000, 4000, 5000, 5000, 5000]);
  });

  it('is given up after two minutes', async () => {
    const { client, waits } = setUp({ [STATUS]: at('running') });
    await expect(client.checkConnector('ada', ID)).rejects.toMatchObject({ code: 'timeout', retryable: true });
    const waited = waits.reduce((sum, ms) => sum + ms, 0);
    expect(waited).toBeGreaterThanOrEqual(120_000);
    expect(waited).toBeLessThanOrEqual(125_000);
  });

  it('ends with its caller', async () => {
    const controller = new AbortController();
    const { client, sent } = setUp({ [STATUS]: at('running') }, () => {
      controller.abort();
      return new Promise<void>(() => undefined);
    });
    await expect(client.checkConnector('ada', ID, { signal: controller.signal })).rejects.toMatchObject({ code: 'aborted' });
    expect(sent(STATUS)).toHaveLength(1);
  });

  it.each([
    [{ enhanced_error_message: 'Best', failure_reason: { external_message: 'Second' }, error_message: 'Third' }, 'Best'],
    [{ enhanced_error_message: ' ', failure_reason: { external_message: 'Second' }, error_message: 'Third' }, 'Second'],
    [{ failure_reason: { external_message: null, failure_type: 'config_error' }, error_message: 'Third' }, 'Third'],
    [{ error_message: ' Two\r\n\u202elines ' }, 'Two lines'],
    [{ error_message: 'x'.repeat(20_000) }, 'x'.repeat(500)],
    [{ failure_reason: { internal_message: 'Never', stacktrace: 'Never' } }, undefined],
  ])('says why it failed by the words that are made for end users: %o', async (told, reason) => {
    const { client } = setUp({ [STATUS]: at('failed', told) });
    const error = await client.checkConnector('ada', ID).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: 'credentials_refused', reason });
    expect(JSON.stringify(error) + String(error)).not.toContain('Never');
  });

  it.each([
    at('cancelled'),
    at('failed', { failure_reason: { failure_type: 'transient_error', external_message: 'x' } }),
    at('failed', { failure_reason: { failure_origin: 'airbyte_platform', external_message: 'x' } }),
  ])('blames no credentials when Airbyte itself failed: $body', async (answer) => {
    const { client } = setUp({ [STATUS]: answer });
    await expect(client.checkConnector('ada', ID)).rejects.toMatchObject({ code: 'upstream_unavailable', reason: undefined });
  });

  it.each([404, 405, 501])('gives way to the catalogue’s check call where Airbyte answers it %i', async (status) => {
    const { client, sent } = setUp({ [START]: { status }, [EXECUTE]: { body: { result: [] } } });
    expect(await client.checkConnector('ada', ID)).toEqual({ status: 'verified' });
    expect(sent(EXECUTE)).toHaveLength(1);
  });
});

describe.each(['current', 'seed'] as const)('a connector that no known call tries (%s generation)', (generation) => {
  const CONNECTORS = '/api/v1/integrations/connectors';
  const CHECK = `POST ${CONNECTORS}/${ID}/check`;
  const OTHER = 'f1e2d3c4-b5a6-7890-fe12-dc34ba567891';
  const CHECK_OTHER = `POST ${CONNECTORS}/${OTHER}/check`;
  const [VERIFIED, UNVERIFIED] = [{ status: 'verified' }, { status: 'unverified' }];
  const unknown = { id: ID, name: 'Mine', summarized_source_template: { name: 'Acme', actor_definition_id: 'acme-id' } };

  function checking(scripts: Record<string, ScriptedAnswer | ScriptedAnswer[]>) {
    const airbyte = scriptedAirbyte({ [`GET ${CONNECTORS}`]: { body: { data: [unknown, { ...unknown, id: OTHER }] } }, ...scripts });
    const clock = testClock();
    const shared = { hosts: HOSTS, fetch: airbyte.fetch, now: clock.now };
    const tokens = createApplicationTokens({ clientId: 'id', clientSecret: 'secret', generation, ...shared });
    const waits: number[] = [];
    const sleep = async (ms: number) => void waits.push(ms);
    const client = connectors({ generation }).client({ ...shared, sleep, tokens, catalog: builtInCatalog });
    return { ...airbyte, clock, waits, check: (id = ID) => client.checkConnector('ada', id) };
  }

  it('is tried by Airbyte, where the answer tells the verdict at once', async () => {
    const { check, sent } = checking({ [CHECK]: at('succeeded') });
    expect(await check()).toEqual({ status: 'verified' });
    expect(sent(CHECK)).toMatchObject([{ body: {}, bearer: expect.stringMatching(/^app-/) }]);
    const refused = checking({ [CHECK]: at('failed', { error_message: 'The key is wrong.' }) });
    await expect(refused.check()).rejects.toMatchObject({ code: 'credentials_refused', reason: 'The key is wrong.' });
  });

  it.each([null, 'pending', undefined])('is asked about where sources are, while the answer tells none (%s)', async (status) => {
    const { check, sent } = checking({ [CHECK]: { body: { id: 'chk_1', status } }, [STATUS]: [at('running'), at('succeeded')] });
    expect(await check()).toEqual({ status: 'verified' });
    expect(sent(STATUS)).toHaveLength(2);
  });

  it.each([400, 401, 403, 404, 405, 422, 501])('stays unverified where Airbyte answers the check %i, or its status', async (status) => {
    expect(await checking({ [CHECK]: { status } }).check()).toEqual({ status: 'unverified' });
    expect(await checking({ [CHECK]: { body: { id: 'chk_1' } }, [STATUS]: { status } }).check()).toEqual({ status: 'unverified' });
  });

  it.each([401, 403])('keeps the application’s token where Airbyte answers the check %i: the list has just taken it', async (status) => {
    const { check, requests, sent } = checking({ [CHECK]: { status } });
    await check();
    expect(sent(CHECK)).toHaveLength(1);
    expect(requests.filter(({ path }) => path.endsWith('/token'))).toHaveLength(1);
  });

  it.each([405, 501])('is not tried again for ten minutes once Airbyte has answered %i for two, to the check or to its status', async (status) => {
    for (const missing of [
      { [CHECK]: { status }, [CHECK_OTHER]: { status } },
      { [CHECK]: { status }, [CHECK_OTHER]: { body: { id: 'chk_1' } }, [STATUS]: { status } },
    ]) {
      const { check, clock, sent } = checking(missing);
      expect([await check(), await check(), await check(OTHER)]).toEqual([UNVERIFIED, UNVERIFIED, UNVERIFIED]);
      expect([sent(CHECK).length, sent(CHECK_OTHER).length]).toEqual([2, 1]);
      clock.advance(599_999);
      expect(await check()).toEqual(UNVERIFIED);
      expect(sent(CHECK)).toHaveLength(2);
      clock.advance(1);
      await check();
      expect(sent(CHECK)).toHaveLength(3);
    }
  });

  it.each([400, 401, 403, 404, 405, 422, 501])('keeps being tried for another one after a %i, and after a verdict between two', async (status) => {
    const { check } = checking({ [CHECK]: { status }, [CHECK_OTHER]: [at('succeeded'), { status }, at('succeeded')] });
    expect([await check(), await check(OTHER)]).toEqual([UNVERIFIED, VERIFIED]);
    expect([await check(OTHER), await check(OTHER)]).toEqual([UNVERIFIED, VERIFIED]);
  });

  it.each([405, 501])('keeps being tried for others where the verdict between two %i is that the service refuses', async (status) => {
    const refuses = at('failed', { error_message: 'The key is wrong.' });
    const { check, sent } = checking({ [CHECK]: [{ status }, refuses, { status }], [CHECK_OTHER]: { status } });
    await check();
    await expect(check()).rejects.toMatchObject({ code: 'credentials_refused' });
    await check(OTHER);
    await check(OTHER);
    expect(sent(CHECK_OTHER)).toHaveLength(2);
  });

  it.each([400, 401, 403, 404, 422])('is tried again after any number of %i, which may be of one connector only', async (status) => {
    const { check } = checking({ [CHECK]: [{ status }, { status }, at('succeeded')], [CHECK_OTHER]: { status } });
    expect([await check(), await check(OTHER), await check(), await check()]).toEqual([UNVERIFIED, UNVERIFIED, UNVERIFIED, VERIFIED]);
  });

  it.each<ScriptedAnswer>([
    { body: { status: 'pending' } },
    { body: { id: '../x' } },
    { status: 202, body: '' },
    { status: 302, body: '' },
    { body: '<html>', headers: { 'content-type': 'text/html' } },
  ])('stays unverified where nobody can read the answer, of the check or of its status: %j', async (answer) => {
    expect(await checking({ [CHECK]: answer }).check()).toEqual({ status: 'unverified' });
    const { id: _, ...body } = Object(answer.body);
    const seen = typeof answer.body === 'string' ? answer : { body: { ...body, status: 7 } };
    expect(await checking({ [CHECK]: { body: { id: 'chk_1' } }, [STATUS]: seen }).check()).toEqual({ status: 'unverified' });
  });

  it('stays unverified where there is no verdict after half a minute', async () => {
    const { check, waits } = checking({ [CHECK]: { body: { id: 'chk_1' } }, [STATUS]: at('pending') });
    expect(await check()).toEqual({ status: 'unverified' });
    const waited = waits.reduce((sum, ms) => sum + ms, 0);
    expect(waited).toBeGreaterThanOrEqual(30_000);
    expect(waited).toBeLessThanOrEqual(35_000);
  });

  it.each([429, 500])('says that it could not be tried where Airbyte answers the check %i', async (status) => {
    await expect(checking({ [CHECK]: { status } }).check()).rejects.toMatchObject({ retryable: true });
  });
});
