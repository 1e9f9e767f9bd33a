import { afterEach, describe, expect, it, vi } from 'vitest';
import { instances } from '../../src/airbyte/index.js';
import { builtInCatalog } from '../../src/catalog/index.js';
import { SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET, type Sandbox } from '../../src/sandbox/index.js';
import type { OfferedDefinition } from '../../src/server/index.js';
import { type Browser, errorOf } from './harness.js';
import { AIRBYTE, callbackOf, complete, created, createWorld, HUBSPOT, STRIPE, started } from './world.js';

const NOT_FOUND = { status: 404, code: 'definition_not_found' };
const idOf = (slug: string) => builtInCatalog.find(slug)?.id ?? '';
const world = (definitions: readonly OfferedDefinition[] | ((userId: string) => readonly OfferedDefinition[])) => createWorld({ handler: { definitions } });

const slugs = async (browser: Browser): Promise<string[]> => {
  const { definitions } = await (await browser.call('GET', '/definitions')).json();
  return definitions.map(({ slug }: { slug: string }) => slug).sort();
};

/** A call of the operator, who sets up templates. */
async function operator(sandbox: Sandbox, method: string, path: string, body?: unknown) {
  const headers = (token: string) => ({ 'content-type': 'application/json', ...(token === '' ? {} : { authorization: `Bearer ${token}` }) });
  const credentials = JSON.stringify({ client_id: SANDBOX_CLIENT_ID, client_secret: SANDBOX_CLIENT_SECRET });
  const { access_token } = await (await sandbox.fetch(`${AIRBYTE}/v1/applications/token`, { method: 'POST', headers: headers(''), body: credentials })).json();
  const init = { method, headers: headers(access_token), ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  return (await sandbox.fetch(`${AIRBYTE}${path}`, init)).json();
}

/** Makes a tag, and puts it on the organization's template of a definition. */
async function tag(sandbox: Sandbox, slug: string, name: string): Promise<void> {
  const templates = '/api/v1/integrations/templates';
  await operator(sandbox, 'POST', `${templates}/tags`, { name });
  const { data } = await operator(sandbox, 'GET', `${templates}/sources`);
  const template = data.find((candidate: { actor_definition_id: string }) => candidate.actor_definition_id === idOf(slug));
  await operator(sandbox, 'POST', `${templates}/sources/${template.id}/tags`, { tag: name });
}

/** How the same definition may be asked for. */
const spellings = (slug: string) => [slug, slug.toUpperCase(), idOf(slug), idOf(slug).toUpperCase()];

describe('what is not offered', () => {
  it.each(spellings('stripe'))('is not got as %s, by no route', async (name) => {
    const { browser, sandbox } = world(['hubspot']);
    const ada = browser('ada');
    expect(await slugs(ada)).toEqual(['hubspot']);
    expect(await errorOf(await ada.call('GET', `/definitions/${name}`))).toEqual(NOT_FOUND);
    expect(await errorOf(await ada.call('POST', '/connectors', { body: { ...STRIPE, definition: name } }))).toEqual(NOT_FOUND);
    expect(sandbox.connectors()).toEqual([]);
  });

  it.each(spellings('hubspot'))('is not started as %s', async (name) => {
    const { browser, sandbox } = world(['stripe']);
    expect(await errorOf(await browser('ada').call('POST', '/attempts', { body: { ...HUBSPOT, definition: name } }))).toEqual(NOT_FOUND);
    expect(sandbox.requests.filter(({ path }) => path.includes('oauth'))).toEqual([]);
  });

  it('answers as what does not exist', async () => {
    const { browser } = world(['hubspot']);
    const ada = browser('ada');
    expect(await errorOf(await ada.call('GET', '/definitions/stripe'))).toEqual(await errorOf(await ada.call('GET', '/definitions/no-such-thing')));
  });

  it('is not brought in by the callback of something that is offered', async () => {
    const { browser, sandbox } = world(['hubspot']);
    const ada = browser('ada');
    const callback = callbackOf(sandbox.decideConsent((await started(ada)).consentUrl, 'approve'));
    const open = createWorld({ handler: { definitions: ['stripe'], fetch: sandbox.fetch } });
    const stripe = await created(open.browser('ada'));
    const answer = await complete(ada, { state: callback.state, params: { connector_id: stripe } });
    expect(await answer.json()).toMatchObject({ status: 'failed', error: { code: 'connector_refused' } });
    expect(sandbox.connectors('ada').map(({ id }) => id)).toContain(stripe);
  });

  it('stays out when nothing at all is offered', async () => {
    const { browser } = world([]);
    expect(await slugs(browser('ada'))).toEqual([]);
    expect(await errorOf(await browser('ada').call('GET', '/definitions/stripe'))).toEqual(NOT_FOUND);
  });

  it('stays out with another pattern too', async () => {
    const { browser, sandbox } = createWorld({ handler: { definitions: ['github'], pattern: instances() } });
    const body = { ...STRIPE, values: { credentials: { api_key: 'sk_test_good' } } };
    expect(await errorOf(await browser('ada').call('POST', '/connectors', { body }))).toEqual(NOT_FOUND);
    expect(sandbox.requests).toEqual([]);
  });
});

describe('what is offered', () => {
  it.each(spellings('stripe'))('may be named %s by the host', async (name) => {
    const { browser } = world([name]);
    expect(await slugs(browser('ada'))).toEqual(['stripe']);
    expect((await browser('ada').call('POST', '/connectors', { body: STRIPE })).status).toBe(201);
  });

  it('is everything where the host names nothing', async () => {
    const { browser } = createWorld();
    expect(await slugs(browser('ada'))).toEqual(
      builtInCatalog
        .list()
        .map(({ slug }) => slug)
        .toSorted(),
    );
  });

  it('may differ by user', async () => {
    const { browser } = world((user) => (user === 'ada' ? ['HubSpot'] : ['stripe']));
    expect([await slugs(browser('ada')), await slugs(browser('ben'))]).toEqual([['hubspot'], ['stripe']]);
  });

  it('may be named by the tags of templates, beside names', async () => {
    const { browser, sandbox } = world(['github', { tag: 'crm' }, { tag: 'money' }]);
    const ada = browser('ada');
    expect(await slugs(ada)).toEqual(['github']);
    await tag(sandbox, 'hubspot', 'crm');
    await tag(sandbox, 'stripe', 'money');
    await tag(sandbox, 'slack', 'other');
    expect(await slugs(ada)).toEqual(['github', 'hubspot', 'stripe']);
    expect((await ada.call('POST', '/connectors', { body: STRIPE })).status).toBe(201);
    expect(await errorOf(await ada.call('GET', '/definitions/slack'))).toEqual(NOT_FOUND);
    const asked = sandbox.requests.findLast(({ operationId }) => operationId === 'listSourceTemplates');
    expect(asked).toMatchObject({ bearer: 'application' });
  });
});

describe('a connector that is there', () => {
  it('stays usable when its definition is offered no more', async () => {
    const offered = ['stripe'];
    const { browser } = world(() => offered);
    const ada = browser('ada');
    const id = await created(ada);
    offered.pop();
    expect((await ada.call('POST', `/connectors/${id}/execute`, { body: { entity: 'customers', action: 'list' } })).status).toBe(200);
  });
});

describe('a name that no definition has', () => {
  afterEach(() => void vi.restoreAllMocks());

  it('is in the log, once, of `definitions` and of `allow`', async () => {
    const consoleError = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const allow = { stirpe: ['customers.list'], [idOf('stripe').toUpperCase()]: ['customers.list'] };
    const { browser } = createWorld({ handler: { definitions: ['hubsport', 'HubSpot', { tag: 'crm' }], allow } });
    for (const user of ['ada', 'ada', 'ben']) await slugs(browser(user));
    expect(consoleError.mock.calls.flat()).toEqual([
      expect.stringContaining('`definitions` names "hubsport", and no definition'),
      expect.stringContaining('`allow` names "stirpe"'),
    ]);
  });

  it('is none of the host’s own catalogue, also where Airbyte does not list it', async () => {
    const consoleError = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const methods = (await builtInCatalog.load('stripe'))?.methods ?? [];
    const catalog = { 'acme-crm': { id: '7b0d2a51-9a54-4b6e-a3a8-0f6f6c1c1a11', name: 'Acme CRM', methods } };
    const { browser } = createWorld({ handler: { catalog, definitions: ['acme-crm', 'stripe'], allow: { 'acme-crm': ['customers.list'] } } });
    expect(await slugs(browser('ada'))).toEqual(['stripe']);
    expect(consoleError.mock.calls).toEqual([]);
  });
});
