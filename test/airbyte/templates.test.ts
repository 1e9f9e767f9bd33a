import { describe, expect, it } from 'vitest';
import { createTokenClient, type TemplatesPatternOptions, templates } from '../../src/airbyte/index.js';
import { readCallbackAddress, Sealed } from '../../src/core/index.js';
import type { Sandbox } from '../../src/sandbox/index.js';
import { HOST } from '../server/harness.js';
import { AIRBYTE, callbackOf, callsDuring, complete, created, createWorld, REFUSED_STRIPE, STRIPE, started, ZENDESK } from '../server/world.js';

const UNKNOWN = '00000000-0000-4000-8000-00000000000b';
const SOURCES = '/api/v1/integrations/templates/sources';

function openWorld(options: TemplatesPatternOptions = {}) {
  const pattern = templates(options);
  const world = createWorld({ handler: { pattern, tokenEndpoint: true } });
  return {
    pattern,
    ...world,
    operator: operatorOf(world.sandbox),
    of: (operationId: string) => world.sandbox.requests.filter((sent) => sent.operationId === operationId),
  };
}

/** The host's own hand at Airbyte: what a person does in its web app. */
function operatorOf(sandbox: Pick<Sandbox, 'fetch'>) {
  const call = async (method: string, path: string, body?: object) => {
    const credentials = { client_id: 'sandbox-client-id', client_secret: 'sandbox-client-secret' };
    const minted = await sandbox.fetch(`${AIRBYTE}/v1/applications/token`, { method: 'POST', body: JSON.stringify(credentials) });
    const authorization = `Bearer ${(await minted.json()).access_token}`;
    const init = { method, headers: { authorization, 'content-type': 'application/json' }, ...(body && { body: JSON.stringify(body) }) };
    return (await sandbox.fetch(`${AIRBYTE}${path}`, init)).json();
  };
  const idOf = async (name: string): Promise<string> => (await call('GET', SOURCES)).data.find((template: { name: string }) => template.name === name).id;
  return {
    preset: async (name: string, partial_default_config: object) => call('PATCH', `${SOURCES}/${await idOf(name)}`, { partial_default_config }),
    async tag(name: string, tag: string) {
      await call('POST', '/api/v1/integrations/templates/tags', { name: tag });
      await call('POST', `${SOURCES}/${await idOf(name)}/tags`, { tag });
    },
  };
}

/** The port of a page in token mode, whose token endpoint is the handler's. */
function pageOf({ handler, pattern, sandbox, clock }: ReturnType<typeof openWorld>, user: string) {
  const fetch: typeof globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    return new URL(request.url).origin === HOST ? handler(request) : sandbox.fetch(request);
  };
  const headers = { 'x-user': user, origin: 'https://app.example.com', 'ack-wire': '1' };
  return createTokenClient({ tokenEndpoint: `${HOST}/api/airbyte/token`, pattern, headers, fetch, now: clock.now });
}

const key = (api_key: string) => new Sealed({ credentials: { api_key }, replication_config: { account_id: 'acct_1' } });

describe('sources of templates', () => {
  it('are made in today’s words from the template of the definition', async () => {
    const { browser, sandbox, of } = openWorld();
    const id = await created(browser('ada'), { ...STRIPE, name: 'My Stripe' });
    expect(sandbox.connectors('ada')).toMatchObject([{ id, name: 'My Stripe' }]);
    const [sent] = of('createIntegrationSource');
    expect(sent).toMatchObject({ bearer: 'scoped', path: '/api/v1/integrations/sources' });
    expect(sent?.body).toEqual({
      workspace_id: expect.stringMatching(/^[\da-f-]{36}$/),
      source_template_id: expect.stringMatching(/^[\da-f-]{36}$/),
      source_config: { account_id: 'acct_1', api_key: 'sk_test_good' },
      name: 'My Stripe',
    });
  });

  it('are made in the guide’s words, with the slash that ends its path', async () => {
    const { browser, of } = openWorld({ generation: 'seed' });
    await created(browser('ada'), { ...STRIPE, name: 'My Stripe' });
    const [sent] = of('createPartialUserConfig');
    expect(sent).toMatchObject({ bearer: 'scoped', path: '/api/v1/embedded/partial_user_configs/' });
    expect(sent?.body).toEqual({
      workspace_id: expect.any(String),
      source_config_template_id: expect.any(String),
      connection_configuration: { account_id: 'acct_1', api_key: 'sk_test_good' },
    });
  });

  it.each(['current', 'seed'] as const)('are listed, read, checked, run, renamed and removed by their owner (%s)', async (generation) => {
    const { browser } = openWorld({ generation });
    const ada = browser('ada');
    const id = await created(ada);
    expect((await (await ada.call('GET', '/connectors')).json()).connectors).toMatchObject([{ id, definition: { slug: 'stripe' } }]);
    expect(await (await ada.call('POST', `/connectors/${id}/check`, { body: {} })).json()).toEqual({ status: 'verified' });
    const run = await ada.call('POST', `/connectors/${id}/execute`, { body: { entity: 'customers', action: 'list', params: { limit: 2 } } });
    expect((await run.json()).data).toHaveLength(2);
    expect((await (await ada.call('PATCH', `/connectors/${id}`, { body: { name: 'Renamed' } })).json()).connector.name).toBe('Renamed');
    expect((await ada.call('DELETE', `/connectors/${id}`)).status).toBe(202);
    expect((await (await ada.call('GET', '/connectors')).json()).connectors).toEqual([]);
  });

  it.each(['current', 'seed'] as const)('tell why the check failed, in the words that are made for the end user (%s)', async (generation) => {
    const { browser, sandbox } = openWorld({ generation });
    const ada = browser('ada');
    const id = await created(ada, REFUSED_STRIPE);
    const response = await ada.call('POST', `/connectors/${id}/check`, { body: { discardOnRefusal: true } });
    expect(response.status).toBe(422);
    expect((await response.json()).error).toMatchObject({ code: 'credentials_refused', reason: 'Stripe refused these credentials.' });
    expect(sandbox.connectors()).toEqual([]);
  });

  it.each(['current', 'seed'] as const)('are made of a consent’s secret id (%s)', async (generation) => {
    const { browser, sandbox, of } = openWorld({ generation });
    const ada = browser('ada');
    const { consentUrl } = await started(ada, ZENDESK);
    const response = await complete(ada, callbackOf(sandbox.decideConsent(consentUrl, 'approve')));
    expect((await response.json()).connector).toMatchObject({ definition: { slug: 'zendesk-support' } });
    expect(of('createConnector')[0]?.body).toMatchObject({ external_user_id: 'ada', connector_type: 'Zendesk Support' });
    expect((await (await ada.call('GET', '/connectors')).json()).connectors).toHaveLength(1);
  });

  it('neither ask, show nor send what the template presets', async () => {
    const { browser, of, operator, sandbox } = openWorld();
    await operator.preset('Stripe', { account_id: 'acct_preset' });
    const ada = browser('ada');
    const { definition } = await (await ada.call('GET', '/definitions/stripe')).json();
    expect(JSON.stringify(definition)).not.toContain('account_id');
    await created(ada, STRIPE);
    expect(of('createIntegrationSource')[0]?.body).toMatchObject({ source_config: { api_key: 'sk_test_good' } });
    expect(JSON.stringify(of('createIntegrationSource'))).not.toContain('acct_');
    expect(sandbox.connectors()).toMatchObject([{ replicationConfig: { account_id: 'acct_preset' } }]);
  });
});

describe('tags', () => {
  it.each(['current', 'seed'] as const)('choose what is offered, and what can be made (%s)', async (generation) => {
    const { browser, operator, of } = openWorld({ generation, tags: ['crm', 'beta'] });
    await operator.tag('HubSpot', 'crm');
    await operator.tag('Stripe', 'beta');
    const ada = browser('ada');
    const slugs = (await (await ada.call('GET', '/definitions')).json()).definitions.map(({ slug }: { slug: string }) => slug);
    expect(slugs.toSorted()).toEqual(['hubspot', 'stripe']);
    expect((await ada.call('POST', '/connectors', { body: ZENDESK })).status).toBe(404);
    await created(ada);
    // Both calls that narrow say the mode: their defaults differ.
    const lists = of('listSourceTemplates').filter(({ path }) => path.includes('tags'));
    expect([...new Set(lists.map(({ path }) => path))]).toEqual([`${SOURCES}?tags=crm&tags=beta&tags_mode=any`]);
    if (generation === 'current')
      expect(of('createWidgetToken')[0]?.body).toMatchObject({ selected_source_template_tags: ['crm', 'beta'], selected_source_template_tags_mode: 'any' });
  });

  it('must all be there where the host says so', async () => {
    const { browser, operator } = openWorld({ tags: ['crm', 'beta'], tagsMode: 'all' });
    await operator.tag('HubSpot', 'crm');
    expect((await (await browser('ada').call('GET', '/definitions')).json()).definitions).toEqual([]);
  });
});

describe.each(['current', 'seed'] as const)('a foreign id (%s)', (generation) => {
  it.each([
    ['GET', '', undefined],
    ['PATCH', '', { name: 'x' }],
    ['DELETE', '', undefined],
    ['POST', '/check', {}],
    ['POST', '/execute', { entity: 'customers', action: 'list' }],
    ['GET', '/operations', undefined],
  ] as const)('is answered by %s %s as an unknown one, to the byte and after the same calls', async (method, rest, body) => {
    const { browser, sandbox } = openWorld({ generation });
    const foreign = await created(browser('eve'));
    const ada = browser('ada');
    await created(ada);
    const ask = async (id: string) => {
      let text = '';
      const calls = await callsDuring(sandbox, async () => {
        const response = await ada.call(method, `/connectors/${id}${rest}`, body === undefined ? {} : { body });
        text = `${response.status} ${(await response.text()).replace(/"requestId":"[^"]+"/, '')}`;
      });
      return { text, calls };
    };
    const asked = await ask(foreign);
    expect(asked).toEqual(await ask(UNKNOWN));
    expect(asked.calls).toHaveLength(1);
    expect(sandbox.connectors('eve')).toHaveLength(1);
  });
});

describe.each(['current', 'seed'] as const)('token mode (%s)', (generation) => {
  it('does everything, over the calls for end users, with a widget token of the handler', async () => {
    const world = openWorld({ generation });
    const { sandbox } = world;
    const api = pageOf(world, 'ada');
    expect((await api.listDefinitions()).length).toBeGreaterThan(10);
    const before = sandbox.requests.length;
    const { id } = await api.createConnector({ definition: 'stripe', method: 'bearerAuth', values: key('sk_test_good') });
    expect(await api.listConnectors()).toMatchObject([{ id }]);
    expect(await api.getConnector(id)).toMatchObject({ id });
    expect(await api.checkConnector(id)).toEqual({ status: 'verified' });
    expect(await api.execute({ connectorId: id, entity: 'customers', action: 'list' })).toMatchObject({ type: 'json' });
    expect(await api.renameConnector(id, 'Renamed')).toMatchObject({ name: 'Renamed' });
    await api.deleteConnector(id);
    expect(await api.listConnectors()).toEqual([]);
    const refused = await api.createConnector({ definition: 'stripe', method: 'bearerAuth', values: key('sk_invalid') });
    await expect(api.checkConnector(refused.id, { discardOnRefusal: true })).rejects.toMatchObject({ code: 'credentials_refused' });
    const { attemptId, consentUrl } = await api.startAttempt({
      definition: 'zendesk-support',
      method: 'zendeskOAuth',
      values: new Sealed({ environment: { subdomain: 'acme' } }),
    });
    const { state, params } = readCallbackAddress(sandbox.decideConsent(consentUrl, 'approve'));
    expect(await api.completeAttempt({ attemptId, state: state ?? '', params })).toMatchObject({ status: 'connected' });
    const sent = sandbox.requests.slice(before);
    expect(sent.every(({ bearer }) => bearer === 'scoped')).toBe(true);
    expect(sent.filter(({ path }) => path.startsWith('/api/v1/integrations/sources'))).toEqual([]);
  });
});
