import { describe, expect, it } from 'vitest';
import { SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET } from '../../src/sandbox/index.js';
import { AIRBYTE, callbackOf, complete, createWorld, STRIPE, started, ZENDESK } from './world.js';

const TEMPLATES = '/api/v1/integrations/templates/sources';
const SECRET = 'preset-value-of-the-host';

/** A world whose organization presets some values of a definition; the operator does it, not the kit. */
async function presetWorld(generation: 'current' | 'seed', definitionId: string, presets: object) {
  const world = createWorld({ generation });
  const send = async (method: string, path: string, body?: object, token?: string) => {
    const headers = { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
    const response = await world.sandbox.fetch(`${AIRBYTE}${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const credentials = { client_id: SANDBOX_CLIENT_ID, client_secret: SANDBOX_CLIENT_SECRET };
  const { access_token: token } = await send('POST', '/api/v1/account/applications/token', credentials);
  const { data } = await send('GET', TEMPLATES, undefined, token);
  const template = data.find((item: { actor_definition_id: string }) => item.actor_definition_id === definitionId);
  await send('PATCH', `${TEMPLATES}/${template.id}`, { partial_default_config: presets, propagate: false }, token);
  const answers: string[] = [];
  const ada = world.browser('ada');
  const call = ada.call;
  ada.call = async (...args) => {
    const response = await call(...args);
    answers.push(JSON.stringify([...response.headers]), await response.clone().text());
    return response;
  };
  const bodyOf = (path: string) => world.sandbox.requests.filter((request) => request.method === 'POST' && request.path === path).at(-1)?.body;
  return { ...world, ada, answers, bodyOf };
}

const STRIPE_ID = 'e094cb9a-26de-4645-8761-65c0c425d1de';
const ZENDESK_ID = '79c1aa37-dae3-42ae-b333-d1c105477715';
const CREATE = '/api/v1/integrations/connectors';

describe.each(['current', 'seed'] as const)('presets of a template in the %s generation', (generation) => {
  it('are neither asked, shown nor sent when connecting by key', async () => {
    const { ada, answers, bodyOf } = await presetWorld(generation, STRIPE_ID, { account_id: SECRET });
    const { definition } = await (await ada.call('GET', '/definitions/stripe')).json();
    expect(Object.keys(definition.methods[0].schema.properties)).toEqual(['credentials']);
    expect(definition.methods[0].schema.required).toEqual(['credentials']);
    // Made by hand, with a value for what is preset: nothing of it arrives.
    for (const replication_config of [undefined, { account_id: 'acct_by_hand' }]) {
      const values = { credentials: STRIPE.values.credentials, ...(replication_config === undefined ? {} : { replication_config }) };
      const response = await ada.call('POST', '/connectors', { body: { ...STRIPE, values } });
      expect(response.status).toBe(201);
      expect(bodyOf(CREATE)).toHaveProperty('credentials', STRIPE.values.credentials);
      expect(bodyOf(CREATE)).not.toHaveProperty('replication_config');
      const { connector } = await response.json();
      expect((await ada.call('POST', `/connectors/${connector.id}/check`, { body: {} })).status).toBe(200);
      for (const path of ['', '/operations']) await ada.call('GET', `/connectors/${connector.id}${path}`);
    }
    for (const path of ['/definitions', '/connectors']) await ada.call('GET', path);
    expect(answers.length).toBeGreaterThan(16);
    expect(answers.filter((answer) => answer.includes(SECRET))).toEqual([]);
  });

  it('may be part of the sign-in', async () => {
    const { ada, bodyOf } = await presetWorld(generation, STRIPE_ID, { api_key: SECRET });
    const { definition } = await (await ada.call('GET', '/definitions/stripe')).json();
    expect(Object.keys(definition.methods[0].schema.properties)).toEqual(['replication_config']);
    expect((await ada.call('POST', '/connectors', { body: STRIPE })).status).toBe(201);
    expect(bodyOf(CREATE)).not.toHaveProperty('credentials');
    expect(bodyOf(CREATE)).toHaveProperty('replication_config', STRIPE.values.replication_config);
  });

  it('are neither asked, shown nor sent when connecting by consent', async () => {
    const { ada, answers, bodyOf, sandbox } = await presetWorld(generation, ZENDESK_ID, { subdomain: SECRET });
    const { definition } = await (await ada.call('GET', '/definitions/zendesk-support')).json();
    const oauth = definition.methods.find(({ key }: { key: string }) => key === ZENDESK.method);
    expect(JSON.stringify(oauth.schema)).not.toContain('subdomain');
    const { consentUrl } = await started(ada, ZENDESK);
    expect(JSON.stringify(bodyOf(`${CREATE}/oauth/initiate`))).not.toContain('acme');
    const done = await complete(ada, callbackOf(sandbox.decideConsent(consentUrl, 'approve')));
    expect(await done.json()).toMatchObject({ status: 'connected' });
    expect(answers.filter((answer) => answer.includes(SECRET))).toEqual([]);
  });
});
