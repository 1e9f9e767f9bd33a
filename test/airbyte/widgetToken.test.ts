import { describe, expect, it } from 'vitest';
import { createApplicationTokens, type TemplatesPatternOptions, templates } from '../../src/airbyte/index.js';
import { openWidgetToken } from '../../src/airbyte/widgetToken.js';
import { builtInCatalog } from '../../src/catalog/index.js';
import { HOSTS, type ScriptedAnswer, scriptedAirbyte, testClock } from './scriptedAirbyte.js';

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: object) => `${part({ alg: 'HS256' })}.${part(claims)}.signature`;
const scoped = (workspaceId: string) => jwt({ exp: 1_800_000_000, 'io.airbyte.auth.workspace_scope': { workspaceId } });
const wrapped = (payload: object, encoding: 'base64' | 'base64url' = 'base64') => Buffer.from(JSON.stringify(payload)).toString(encoding);
const widgetUrl = (query: string) => `https://cloud.example/embedded-widget${query}`;

describe('a widget token', () => {
  it.each(['base64', 'base64url'] as const)('is opened from %s, with letters of every alphabet', (encoding) => {
    const payload = { token: 'inner', widgetUrl: widgetUrl('?workspaceId=ws_1&allowedOrigin=https%3A%2F%2Fb%C3%BCcher.example'), note: 'bücher ÿþ 日本' };
    expect(openWidgetToken(wrapped(payload, encoding))).toEqual({ token: 'inner', workspaceId: 'ws_1' });
  });

  it('tells its workspace by the claims of its bearer where its address does not', () => {
    expect(openWidgetToken(wrapped({ token: scoped('ws_2'), widgetUrl: widgetUrl('') }))).toEqual({ token: scoped('ws_2'), workspaceId: 'ws_2' });
  });

  it('may be the bearer itself, or one that tells nothing', () => {
    expect(openWidgetToken(scoped('ws_3'))).toEqual({ token: scoped('ws_3'), workspaceId: 'ws_3' });
    for (const text of ['opaque', '', 'e30=', 'bnVsbA==', jwt({}), 'a.!.b']) expect(openWidgetToken(text)).toEqual({ token: text, workspaceId: null });
  });
});

const CURRENT = 'POST /api/v1/account/applications/widget-token';
const SEED = 'POST /v1/embedded/widget_token';
const LIST = { current: 'GET /api/v1/integrations/sources', seed: 'GET /api/v1/embedded/sources' };

function setUp(scripts: Record<string, ScriptedAnswer | ScriptedAnswer[]>, options: TemplatesPatternOptions = {}, organizationId?: string) {
  const pattern = templates(options);
  const list = LIST[pattern.generation];
  const airbyte = scriptedAirbyte({ [list]: { body: { data: [] } }, ...scripts });
  const shared = { hosts: HOSTS, fetch: airbyte.fetch, now: testClock().now, organizationId };
  const { generation, scopedToken } = pattern;
  const tokens = createApplicationTokens({ clientId: 'id', clientSecret: 'secret', generation, scopedToken, ...shared });
  return { ...airbyte, list, client: pattern.client({ ...shared, tokens, catalog: builtInCatalog }) };
}

describe('a workspace’s widget token', () => {
  it('is asked for in today’s words, and its bearer is what is sent', async () => {
    const { client, sent } = setUp(
      {
        [CURRENT]: { body: { token: wrapped({ token: 'inner', widgetUrl: widgetUrl('?workspaceId=ws_1') }) } },
      },
      { allowedOrigin: 'https://app.example.com' },
    );
    expect(await client.listConnectors('ada')).toEqual([]);
    expect(sent(CURRENT)[0]?.body).toEqual({ workspace_name: 'ada', allowed_origin: 'https://app.example.com' });
    expect(sent(LIST.current)[0]?.query).toEqual({ workspace_id: 'ws_1' });
  });

  it('is asked for in the guide’s words, for the organization', async () => {
    const { client, sent } = setUp(
      { [SEED]: { body: { token: wrapped({ token: 'inner', widgetUrl: widgetUrl('?workspaceId=ws_1') }) } } },
      { generation: 'seed' },
      'org_1',
    );
    await client.listConnectors('ada');
    expect(sent(SEED)[0]?.body).toEqual({ externalUserId: 'ada', organizationId: 'org_1', allowedOrigin: 'https://no-widget.invalid' });
    expect(sent(LIST.seed)[0]).toMatchObject({ bearer: 'inner', query: { workspace_id: 'ws_1' } });
  });

  it('is asked for the only organization where the host names none, and not where there are several', async () => {
    const token = { body: { token: wrapped({ token: 'inner', widgetUrl: widgetUrl('?workspaceId=ws_1') }) } };
    const one = setUp({ 'GET /v1/embedded/organizations': { body: { organizations: [{ organizationId: 'org_9' }] } }, [SEED]: token }, { generation: 'seed' });
    await one.client.listConnectors('ada');
    expect(one.sent(SEED)[0]?.body).toMatchObject({ organizationId: 'org_9' });
    const two = setUp(
      { 'GET /v1/embedded/organizations': { body: { organizations: [{ organizationId: 'a' }, { organizationId: 'b' }] } } },
      { generation: 'seed' },
    );
    await expect(two.client.listConnectors('ada')).rejects.toMatchObject({ code: 'handler_misconfigured' });
  });

  it('is described by Airbyte where it does not tell its workspace', async () => {
    for (const [generation, info] of [
      ['current', 'GET /api/v1/account/applications/scoped-token/info'],
      ['seed', 'GET /api/v1/embedded/scoped-token/info'],
    ] as const) {
      const { client, sent, list } = setUp(
        { [generation === 'current' ? CURRENT : SEED]: { body: { token: 'opaque' } }, [info]: { body: { organization_id: 'o', workspace_id: 'ws_7' } } },
        { generation },
        'org_1',
      );
      await client.listConnectors('ada');
      expect(sent(info)[0]?.bearer).toBe('opaque');
      expect(sent(list)[0]?.query).toEqual({ workspace_id: 'ws_7' });
    }
  });

  it('is asked for anew when its bearer is refused', async () => {
    const token = (name: string) => ({ body: { token: wrapped({ token: name, widgetUrl: widgetUrl('?workspaceId=ws_1') }) } });
    const { client, sent } = setUp(
      { [SEED]: [token('old'), token('new')], [LIST.seed]: [{ status: 401 }, { body: { data: [] } }] },
      { generation: 'seed' },
      'org_1',
    );
    expect(await client.listConnectors('ada')).toEqual([]);
    expect(sent(LIST.seed).map(({ bearer }) => bearer)).toEqual(['old', 'new']);
  });
});

describe('a moved call', () => {
  it('is reported, and followed with no method at all', async () => {
    const moved = { status: 301, body: { title: 'error:embedded/endpoint-moved' }, headers: { location: 'https://elsewhere.example/' } };
    const token = { body: { token: wrapped({ token: 'inner', widgetUrl: widgetUrl('?workspaceId=ws_1') }) } };
    const templatesList = { body: { data: [{ id: 'tpl_1', name: 'Stripe', actor_definition_id: 'e094cb9a-26de-4645-8761-65c0c425d1de' }] } };
    const { client, requests } = setUp(
      {
        [SEED]: token,
        'GET /api/v1/integrations/templates/sources': templatesList,
        'GET /api/v1/integrations/templates/sources/tpl_1': { body: {} },
        'POST /api/v1/embedded/partial_user_configs/': moved,
      },
      { generation: 'seed' },
      'org_1',
    );
    const [definition] = await client.listDefinitions();
    if (definition === undefined) throw new Error('No template is listed.');
    await expect(client.createConnector('ada', { definition, values: { credentials: { api_key: 'sk' } } })).rejects.toMatchObject({ code: 'upstream_invalid' });
    expect(requests.at(-1)).toMatchObject({ method: 'POST', path: '/api/v1/embedded/partial_user_configs/' });
  });
});
