import { describe, expect, it } from 'vitest';
import { connectors } from '../../src/airbyte/index.js';
import { builtInCatalog, definitionOfEntry } from '../../src/catalog/index.js';
import { connectorsClient, created, definition, IDS, PATH } from './patternSetup.js';
import type { ScriptedAnswer } from './scriptedAirbyte.js';
import { scriptedAirbyte, testClock } from './scriptedAirbyte.js';

const LIST = 'GET /api/v1/integrations/templates/sources';
const OWN = `${LIST}/tpl_1`;
const template = (rest: object = {}) => ({ id: 'tpl_1', name: 'Stripe', organization_id: 'org_1', actor_definition_id: IDS.stripe, ...rest });
const templates = (...data: object[]): ScriptedAnswer => ({ body: { data } });
const presetting = (partial_default_config: object): ScriptedAnswer => ({ body: { ...template(), partial_default_config } });

const setUp = (scripts: Record<string, ScriptedAnswer | ScriptedAnswer[]>) =>
  connectorsClient('current', { [LIST]: templates(template()), [OWN]: presetting({ account_id: 'acct_preset' }), ...scripts });
type Client = ReturnType<typeof setUp>['client'];

const form = async (client: Client, slug = 'stripe') => (await client.getDefinition(slug)).methods[0]?.schema;
const whole = async (slug: string) => {
  const entry = await builtInCatalog.load(slug);
  return entry === null ? undefined : definitionOfEntry(entry).methods[0]?.schema;
};

describe('what a template presets', () => {
  it('is not asked: the place that is left empty goes too', async () => {
    const { client } = setUp({});
    expect(await form(client)).toEqual({
      type: 'object',
      properties: { credentials: expect.objectContaining({ required: ['api_key'] }) },
      required: ['credentials'],
    });
  });

  it('is asked when the preset is blank', async () => {
    const { client } = setUp({ [OWN]: presetting({ account_id: '' }) });
    expect(await form(client)).toEqual(await whole('stripe'));
  });

  it('is not known, and so asked, with no template, with several, and with another definition’s', async () => {
    for (const list of [templates(), templates(template(), template({ id: 'tpl_2' })), templates(template({ actor_definition_id: IDS.hubspot }))]) {
      const { client, sent } = setUp({ [LIST]: list });
      expect(await form(client)).toEqual(await whole('stripe'));
      expect(sent(OWN)).toEqual([]);
    }
  });

  it('is the organization’s where Airbyte’s own template is listed beside', async () => {
    const { client } = setUp({ [LIST]: templates(template({ id: 'tpl_global', organization_id: null }), template()) });
    expect(await form(client)).not.toHaveProperty('properties.replication_config');
  });

  it.each([401, 403, 404])('is not known when the templates answer %i, and the form is whole', async (status) => {
    for (const call of [LIST, OWN]) {
      const { client } = setUp({ [call]: { status } });
      expect(await form(client)).toEqual(await whole('stripe'));
    }
  });

  it.each([401, 403, 404])('is read anew after a minute when the templates answered %i', async (status) => {
    for (const [call, answer] of [
      [LIST, templates(template())],
      [OWN, presetting({ account_id: 'acct_preset' })],
    ] as const) {
      // Twice for the one repeat of a refused bearer.
      const { client, clock } = setUp({ [call]: [...(status === 404 ? [] : [{ status }]), { status }, answer] });
      expect(await form(client)).toEqual(await whole('stripe'));
      clock.advance(60_000);
      expect(await form(client)).not.toHaveProperty('properties.replication_config');
    }
  });

  it.each([401, 403, 404])('stays what it was when the templates answer %i later, and is not sent', async (status) => {
    const { client, clock, sent } = setUp({ [LIST]: [templates(template()), { status }], [`POST ${PATH}`]: { body: created() } });
    await client.getDefinition('stripe');
    clock.advance(300_000);
    expect(await form(client)).not.toHaveProperty('properties.replication_config');
    const values = { credentials: { api_key: 'sk' }, replication_config: { account_id: 'acct_mine' } };
    await client.createConnector('user_1', { definition: definition('stripe'), values });
    expect(JSON.stringify(sent(`POST ${PATH}`))).not.toContain('account_id');
  });

  it('is not guessed of another definition when templates that were read are refused: then nothing is asked or sent', async () => {
    const { client, sent } = setUp({ [LIST]: [templates(template()), { status: 403 }, { status: 403 }, templates()], [`POST ${PATH}`]: { body: created() } });
    await client.getDefinition('stripe');
    const values = { credentials: { access_token: 'pat' } };
    await expect(client.createConnector('user_1', { definition: definition('hubspot'), values })).rejects.toMatchObject({ code: 'upstream_unavailable' });
    expect(sent(`POST ${PATH}`)).toEqual([]);
    expect(await form(client, 'hubspot')).toEqual(await whole('hubspot'));
  });

  it.each([403, 404])('is nothing where Airbyte’s own template is listed, whose details answer %i, whatever else was read', async (status) => {
    const ofAirbyte = template({ id: 'tpl_global', organization_id: null, actor_definition_id: IDS.hubspot });
    const { client } = setUp({ [LIST]: templates(template(), ofAirbyte), [`${LIST}/tpl_global`]: { status } });
    for (const slug of ['hubspot', 'stripe', 'hubspot']) await client.getDefinition(slug);
    expect(await form(client, 'hubspot')).toEqual(await whole('hubspot'));
  });

  it.each([{ status: 401 }, { status: 403 }, { status: 404 }])(
    'is nothing where templates that held none of the organization’s answer $status later',
    async (answer) => {
      const { client, clock } = setUp({ [LIST]: [templates(), answer] });
      await client.getDefinition('stripe');
      clock.advance(300_000);
      for (const slug of ['stripe', 'hubspot']) expect(await form(client, slug)).toEqual(await whole(slug));
    },
  );

  it('is not known where the list may be read, and no details', async () => {
    const { client, clock } = setUp({ [OWN]: { status: 403 } });
    for (const slug of ['hubspot', 'stripe']) expect(await form(client, slug)).toEqual(await whole(slug));
    clock.advance(60_000);
    expect(await form(client)).toEqual(await whole('stripe'));
  });

  it('is an error where details are refused that were read before of another definition', async () => {
    const ofHubspot = template({ id: 'tpl_2', actor_definition_id: IDS.hubspot });
    const { client } = setUp({ [LIST]: templates(template(), ofHubspot), [`${LIST}/tpl_2`]: { status: 403 } });
    await client.getDefinition('stripe');
    await expect(client.getDefinition('hubspot')).rejects.toMatchObject({ code: 'upstream_unavailable' });
  });

  it('stays what it was where a template that is listed has no details any more', async () => {
    const { client, clock } = setUp({ [OWN]: [presetting({ account_id: 'acct_preset' }), { status: 404 }] });
    await client.getDefinition('stripe');
    clock.advance(300_000);
    expect(await form(client)).not.toHaveProperty('properties.replication_config');
  });

  it('costs who may never read templates one call in a minute, and one renewed token', async () => {
    const { client, clock, requests, sent } = setUp({ [LIST]: { status: 403 } });
    for (let minute = 0; minute < 3; minute += 1) {
      for (const ms of [0, 30_000, 29_999, 1]) {
        clock.advance(ms);
        await client.getDefinition('stripe');
      }
    }
    expect(sent(LIST)).toHaveLength(5);
    expect(requests.filter(({ path }) => path.endsWith('/token'))).toHaveLength(2);
  });

  it('is an error when the templates cannot be read, and read anew the next time', async () => {
    const { client } = setUp({ [OWN]: [{ status: 400 }, presetting({ account_id: 'acct_preset' })] });
    await expect(client.getDefinition('stripe')).rejects.toMatchObject({ code: 'upstream_rejected' });
    expect(await form(client)).not.toHaveProperty('properties.replication_config');
  });

  it('is looked up once in five minutes', async () => {
    const { client, clock, sent } = setUp({});
    for (const ms of [0, 299_999]) {
      clock.advance(ms);
      await client.getDefinition('stripe');
    }
    expect([sent(LIST).length, sent(OWN).length]).toEqual([1, 1]);
    clock.advance(1);
    await client.getDefinition('stripe');
    expect([sent(LIST).length, sent(OWN).length]).toEqual([2, 2]);
  });

  it('is sent by neither create nor the start of a consent', async () => {
    const values = { credentials: { api_key: 'sk' }, replication_config: { account_id: 'acct_mine' }, environment: { account_id: 'x', other: 'y' } };
    const { client, sent } = setUp({
      [`POST ${PATH}`]: { body: created() },
      [`POST ${PATH}/oauth/initiate`]: { body: { consent_url: 'https://consent.example' } },
    });
    await client.createConnector('user_1', { definition: definition('stripe'), values });
    await client.initiateOAuth('user_1', { definition: definition('stripe'), values, redirectUrl: 'https://app.example/cb' });
    expect(sent(`POST ${PATH}`)[0]?.body).toEqual({
      workspace_name: 'user_1',
      definition_id: IDS.stripe,
      credentials: { api_key: 'sk' },
      environment: { other: 'y' },
    });
    expect(sent(`POST ${PATH}/oauth/initiate`)[0]?.body).not.toHaveProperty('replication_config');
    expect(JSON.stringify(sent(`POST ${PATH}/oauth/initiate`))).not.toContain('account_id');
  });

  it('is not looked up in token mode, which has no token for it', async () => {
    const { fetch, requests } = scriptedAirbyte();
    const tokens = { application: () => Promise.reject(new Error('none')), scoped: async () => 'scoped', renew: () => undefined };
    const hosts = { agent: 'https://agent.example', public: 'https://public.example' };
    const tokenMode = { connector: () => undefined };
    const client = connectors().client({ fetch, hosts, tokens, tokenMode, now: testClock().now, catalog: builtInCatalog });
    expect((await client.getDefinition('stripe')).methods[0]?.schema).toEqual(await whole('stripe'));
    expect(requests).toEqual([]);
  });
});
