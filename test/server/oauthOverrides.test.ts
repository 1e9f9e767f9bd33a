import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AirbytePattern, connectors, instances, type SourcesPatternOptions, sources, templates } from '../../src/airbyte/index.js';
import { builtInCatalog, type Catalog } from '../../src/catalog/index.js';
import { harbour } from '../../stories/fixtures/harbour.js';
import { workspaceStore } from '../airbyte/workspaceStore.js';
import { type Browser, errorOf, printed } from './harness.js';
import { AIRBYTE, callbackOf, complete, createWorld, HUBSPOT, started } from './world.js';

const silence = () => vi.spyOn(console, 'error').mockImplementation(() => undefined);
let consoleError: ReturnType<typeof silence>;
beforeEach(() => {
  consoleError = silence();
});
afterEach(() => consoleError.mockRestore());

const APP = { client_id: 'id', client_secret: 'secret-marked' };
const TOKENS = { ...APP, refresh_token: 'rt-marked' };
const OWN_TOKENS = { definition: 'hubspot', method: 'oauth2', values: { credentials: TOKENS } };
const NOT_AVAILABLE = { status: 409, code: 'oauth_not_available' };

/** The host's own note of who has which app, beside a handler that reads it. */
function openWorld(pattern: AirbytePattern = connectors(), own: Record<string, string[]> = {}, catalog?: Catalog) {
  const oauthOverrides = async (userId: string) => own[userId] ?? [];
  const hosts = { agent: AIRBYTE, ...(pattern.hosts === undefined && { public: AIRBYTE }) };
  return { own, ...createWorld({ sandbox: { definitions: [harbour] }, handler: { pattern, oauthOverrides, hosts, catalog } }) };
}

/** A catalogue in which HubSpot has a consent of unknown values, and nothing else. */
const CONSENT_ALONE: Catalog = {
  list: () => builtInCatalog.list(),
  find: (idOrSlug) => builtInCatalog.find(idOrSlug),
  async load(idOrSlug) {
    const entry = await builtInCatalog.load(idOrSlug);
    return entry && { ...entry, methods: [{ key: 'oauth2', kind: 'oauth', fields: [] }] };
  },
};

const overSources = (options: Partial<SourcesPatternOptions> = {}) => sources({ workspaces: workspaceStore(), ...options });

interface Shown {
  key: string;
  kind: string;
  label: string;
  schema: { properties: Record<string, { properties: Record<string, { properties: object }>; required: string[] }> };
}

async function methodsOf(browser: Browser, definition: string): Promise<Shown[]> {
  return (await (await browser.call('GET', `/definitions/${definition}`)).json()).definition.methods;
}

const kinds = (methods: readonly Shown[]) => methods.map(({ key, kind }) => `${kind} ${key}`);

describe('an OAuth app of one user’s workspace', () => {
  it('is set and removed at Airbyte, and ends the sign-in by consent there alone', async () => {
    const { handler, sandbox, browser, events } = openWorld(overSources());
    const start = (user: string) => browser(user).call('POST', '/attempts', { body: HUBSPOT });
    await handler.api.setOAuthApp({ userId: 'ada', definition: 'HubSpot', credentials: APP });
    const put = sandbox.requests.find(({ operationId }) => operationId === 'putWorkspaceOAuthCredentials');
    expect(put).toMatchObject({ bearer: 'application', body: { actorType: 'source', name: 'hubspot', configuration: APP } });
    expect((await start('ada')).status).toBe(502); // The host has not said so: Airbyte refuses.
    expect((await start('ben')).status).toBe(201);
    await handler.api.removeOAuthApp('hubspot', { userId: 'ada' });
    await handler.api.removeOAuthApp('hubspot', { userId: 'ada' });
    expect((await start('ada')).status).toBe(201);
    expect(sandbox.unknownCalls).toEqual([]);
    expect(printed(events)).not.toContain('marked');
  });

  it('stands where the credentials of the type stand', async () => {
    // Of a type that the sandbox knows.
    const spec = { id: harbour.id, name: harbour.name, sourceType: 'stripe', ...specOf() };
    const { handler, sandbox } = openWorld(overSources({ credentials: 'credentials', specs: [spec] }));
    await handler.api.setOAuthApp({ userId: 'ada', definition: 'hubspot', credentials: APP });
    await handler.api.setOAuthApp({ userId: 'ada', definition: harbour.id, credentials: { login: APP } });
    const puts = sandbox.requests.filter(({ operationId }) => operationId === 'putWorkspaceOAuthCredentials');
    expect(puts.map(({ body }) => Object(body).configuration)).toEqual([{ credentials: APP }, { login: APP }]);
  });

  it('makes no workspace to be removed from one that never was', async () => {
    const { handler, sandbox } = openWorld(overSources());
    await handler.api.removeOAuthApp('hubspot', { userId: 'nobody' });
    expect(sandbox.requests.filter(({ path }) => path.startsWith('/v1/workspaces'))).toEqual([]);
  });

  it('is refused where something is missing, and its error holds no secret', async () => {
    const { handler } = openWorld(overSources());
    const set = (definition: string, credentials: object, userId = 'ada') => handler.api.setOAuthApp({ userId, definition, credentials: { ...credentials } });
    await expect(set('hubspot', {})).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(set('hubspot', APP, ' ')).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(set('stripe', APP)).rejects.toMatchObject({ code: 'oauth_not_available' });
    await expect(set('nothing', APP)).rejects.toMatchObject({ code: 'definition_not_found' });
    expect(printed(await set('stripe', APP).catch((error: unknown) => error))).not.toContain('marked');
  });

  it.each([
    ['connectors, current', () => connectors(), 'not_supported'],
    ['connectors, seed', () => connectors({ generation: 'seed' }), 'not_supported'],
    ['instances', () => instances(), 'not_supported'],
    ['templates', () => templates(), 'not_supported'],
    ['sources, self-managed', () => overSources({ url: AIRBYTE }), 'oauth_not_available'],
  ])('is none of %s, which says so before any call', async (_, pattern, code) => {
    const { handler, sandbox } = openWorld(pattern());
    await expect(handler.api.setOAuthApp({ userId: 'ada', definition: 'hubspot', credentials: APP })).rejects.toMatchObject({ code });
    await expect(handler.api.removeOAuthApp('hubspot', { userId: 'ada' })).rejects.toMatchObject({ code });
    expect(sandbox.requests).toEqual([]);
  });
});

describe.each([
  ['connectors, current', () => connectors()],
  ['connectors, seed', () => connectors({ generation: 'seed' })],
  ['sources, Cloud', () => overSources()],
  ['templates, current', () => templates()],
  ['templates, seed', () => templates({ generation: 'seed' })],
])('a user with an own app, by %s', (name, pattern) => {
  it('gets the form of all that the consent would have filled, and connects by it', async () => {
    const { handler, sandbox, browser } = openWorld(pattern(), { ada: ['HubSpot'] });
    if (name.startsWith('sources')) await handler.api.setOAuthApp({ userId: 'ada', definition: 'hubspot', credentials: APP });
    const [ada, ben] = [browser('ada'), browser('ben')];
    const [first, ...others] = await methodsOf(ada, 'hubspot');
    expect(first).toMatchObject({ key: 'oauth2', kind: 'key', label: 'Tokens of your own HubSpot app' });
    expect(Object.keys(first?.schema.properties.credentials?.properties ?? {})).toEqual(
      expect.arrayContaining(['client_id', 'client_secret', 'refresh_token']),
    );
    expect(kinds(others)).toEqual(['key hubspotPrivateApp']);
    expect(await errorOf(await ada.call('POST', '/attempts', { body: HUBSPOT }))).toEqual(NOT_AVAILABLE);
    expect((await ada.call('POST', '/connectors', { body: OWN_TOKENS })).status).toBe(201);
    expect(sandbox.connectors('ada')).toMatchObject([{ credentials: TOKENS }]);
    expect(kinds(await methodsOf(ben, 'hubspot'))).toEqual(['oauth oauth2', 'key hubspotPrivateApp']);
    expect(await errorOf(await ben.call('POST', '/connectors', { body: OWN_TOKENS }))).toMatchObject({ code: 'invalid_input' });
    expect(consoleError).not.toHaveBeenCalled();
  });
});

describe('a user with an own app', () => {
  it.each([
    ['Airbyte’s', connectors()],
    ['the host’s', overSources({ specs: [{ id: harbour.id, name: harbour.name, sourceType: 'harbour', ...specOf() }] })],
    ['the template’s', templates()],
  ])('gets the whole branch of %s specification', async (_, pattern) => {
    const { browser } = openWorld(pattern, { ada: [harbour.id.toUpperCase()] });
    const methods = await methodsOf(browser('ada'), harbour.id);
    expect(kinds(methods)).toEqual(['key service_account', 'key oauth2.0', 'key token']);
    const own = methods.find(({ key }) => key === 'oauth2.0');
    expect(own?.label).toBe('Tokens of your own Harbour Desk app');
    expect(own?.schema.properties.replication_config?.properties.credentials?.properties).toMatchObject({
      auth_type: { const: 'oauth2.0' },
      client_id: expect.not.objectContaining({ airbyte_hidden: true }),
      client_secret: expect.not.objectContaining({ airbyte_hidden: true }),
      refresh_token: expect.not.objectContaining({ airbyte_hidden: true }),
    });
  });

  it('keeps the form of instances, which have no consent', async () => {
    const { browser } = openWorld(instances(), { ada: ['hubspot'] });
    expect(kinds(await methodsOf(browser('ada'), 'hubspot'))).toEqual(kinds(await methodsOf(browser('ben'), 'hubspot')));
  });

  it('is asked for no values that nobody knows: the sign-in is left out, and the log says why once', async () => {
    const { browser } = openWorld(connectors(), { ada: ['tiktok-marketing'] });
    const ada = browser('ada');
    expect(kinds(await methodsOf(ada, 'tiktok-marketing'))).toEqual(['key oauth']);
    expect(kinds(await methodsOf(ada, 'tiktok-marketing'))).toEqual(['key oauth']);
    expect(consoleError).toHaveBeenCalledTimes(1);
    expect(consoleError.mock.calls[0]?.[0]).toMatch(/`oauthOverrides` names TikTok Marketing.*`consentFields`/);
  });

  it.each([
    ['connectors', () => connectors()],
    ['sources', () => overSources()],
  ])('is not offered, by %s, what no way is left to', async (_, pattern) => {
    const { browser } = openWorld(pattern(), { ada: ['hubspot'] }, CONSENT_ALONE);
    const listed = async (user: string) => {
      const { definitions } = await (await browser(user).call('GET', '/definitions')).json();
      return definitions.filter(({ slug }: { slug: string | null }) => slug === 'hubspot').length;
    };
    expect([await listed('ben'), await listed('ada')]).toEqual([1, 0]);
    expect(await errorOf(await browser('ada').call('GET', '/definitions/hubspot'))).toEqual(NOT_AVAILABLE);
    expect(await errorOf(await browser('ada').call('POST', '/attempts', { body: HUBSPOT }))).toEqual(NOT_AVAILABLE);
  });

  it('finishes a consent that was started before only if Airbyte still takes it', async () => {
    const { handler, sandbox, browser, own } = openWorld(overSources());
    const ada = browser('ada');
    const callback = callbackOf(sandbox.decideConsent((await started(ada)).consentUrl, 'approve'));
    own.ada = ['hubspot'];
    await handler.api.setOAuthApp({ userId: 'ada', definition: 'hubspot', credentials: APP });
    expect(await (await complete(ada, callback)).json()).toMatchObject({ status: 'failed', error: { code: 'secret_id_expired' } });
    expect(sandbox.connectors()).toEqual([]);
  });
});

function specOf() {
  const { connectionSpecification, advanced_auth: advancedAuth } = Object(harbour.spec);
  return { connectionSpecification, advancedAuth };
}
