import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalog/index.js';
import { at, HUBSPOT, hubspotBody, listAt, openSandbox, STRIPE, stripeBody, textAt, ZENDESK, zendeskBody } from './api.js';

const PATH = '/api/v1/integrations/connectors';

describe('definitions', () => {
  it('lists the catalogue, narrowed by a part of the name', async () => {
    const { get } = await openSandbox();
    expect(listAt((await get('/api/v1/integrations/definitions/sources')).body, 'definitions')).toHaveLength(builtInCatalog.list().length);
    expect((await get('/api/v1/integrations/definitions/sources?name=ZEN')).body).toMatchObject({
      definitions: expect.arrayContaining([expect.objectContaining({ sourceDefinitionId: ZENDESK, name: 'Zendesk Support' })]),
    });
  });

  it('describes a definition with a specification of its fields', async () => {
    const { get } = await openSandbox();
    const stripe = (await get(`/api/v1/integrations/definitions/sources/${STRIPE}`)).body;
    expect(stripe).toMatchObject({
      definition: { spec: { connectionSpecification: { required: ['api_key', 'account_id'], properties: { api_key: { airbyte_secret: true } } } } },
    });
    const zendesk = (await get(`/api/v1/integrations/definitions/sources/${ZENDESK}`)).body;
    expect(at(zendesk, 'definition', 'spec', 'advanced_auth', 'predicate_value')).toBe('zendeskOAuth');
    expect(listAt(zendesk, 'definition', 'spec', 'connectionSpecification', 'properties', 'credentials', 'oneOf')).toHaveLength(2);
  });

  it('404s for an unknown definition, 422s for an id that is none', async () => {
    const { get } = await openSandbox();
    expect((await get('/api/v1/integrations/definitions/sources/11111111-1111-4111-8111-111111111111')).status).toBe(404);
    expect((await get('/api/v1/integrations/definitions/sources/stripe')).status).toBe(422);
  });
});

describe('create', () => {
  it('takes a definition id, a template id, and a display name in any spelling', async () => {
    const { create, get, sandbox } = await openSandbox();
    const { connector_type: _type, ...rest } = stripeBody('ada');
    await create({ ...rest, definition_id: STRIPE });
    for (const connector_type of ['stripe', 'STRIPE', 'Stripe']) await create({ ...rest, connector_type });
    for (const connector_type of ['Zendesk Support', 'zendesk-support']) await create({ ...zendeskBody('ada'), connector_type });
    const template = textAt((await get(`${PATH}?workspace_name=ada`)).body, 'data', 0, 'summarized_source_template', 'id');
    await create({ ...rest, source_template_id: template });
    expect(sandbox.connectors('ada').map(({ definition }) => definition.slug)).toEqual([
      'stripe',
      'stripe',
      'stripe',
      'stripe',
      'zendesk-support',
      'zendesk-support',
      'stripe',
    ]);
  });

  it('refuses a body that names no type, tenant or values', async () => {
    const { post, scoped } = await openSandbox();
    await scoped('ada');
    const message = 'Value error, One of connector_type, definition_id, or source_template_id must be provided';
    const { connector_type: _type, ...typeless } = stripeBody('ada');
    expect(await post(PATH, typeless)).toMatchObject({ status: 422, body: { message, errors: [{ field: 'body', message, error_code: 'value_error' }] } });
    expect((await post(PATH, { ...stripeBody('ada'), workspace_name: null })).status).toBe(422);
    expect((await post(PATH, { workspace_name: 'ada', connector_type: 'Stripe' })).status).toBe(422);
    expect(await post(PATH, '{broken')).toMatchObject({ status: 422, body: { errors: [{ field: 'body' }] } });
    expect(await post(PATH, { ...stripeBody('ada'), credentials: 'key' })).toMatchObject({ status: 422, body: { errors: [{ field: 'credentials' }] } });
  });

  it('404s for an unknown workspace and an unknown type', async () => {
    const { post, scoped } = await openSandbox();
    expect(await post(PATH, stripeBody('nobody'))).toMatchObject({ status: 404, body: { message: 'Workspace not found' } });
    await scoped('ada');
    expect((await post(PATH, { ...stripeBody('ada'), connector_type: 'Fax' })).status).toBe(404);
  });

  it('refuses keys of no auth scheme in the documented words', async () => {
    const { post, scoped, sandbox } = await openSandbox();
    await scoped('ada');
    expect(await post(PATH, { ...stripeBody('ada'), credentials: { token: 'x' } })).toMatchObject({
      status: 400,
      body: { message: "Credentials do not match any auth scheme. Provided keys: ['token']. Available schemes: bearerAuth (api_key)" },
    });
    expect((await post(PATH, { ...stripeBody('ada'), credentials: { api_key: 'x', more: 'y' } })).status).toBe(400);
    expect((await post(PATH, { ...stripeBody('ada'), credentials: { api_key: '' } })).status).toBe(400);
    expect(sandbox.connectors()).toEqual([]);
  });

  it('names each setting that is missing', async () => {
    const { post, scoped } = await openSandbox();
    await scoped('ada');
    expect(await post(PATH, { ...stripeBody('ada'), replication_config: {} })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'replication_config.account_id', message: "required property 'account_id' not found" }] },
    });
    expect(await post(PATH, { ...zendeskBody('ada'), environment: undefined })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'environment.subdomain' }] },
    });
    // At top level a setting does not count.
    expect((await post(PATH, { ...stripeBody('ada'), replication_config: {}, account_id: 'acct_1' })).status).toBe(422);
  });

  it('stores credentials unseen, and never shows them again', async () => {
    const { create, get, sandbox } = await openSandbox();
    const id = await create({ ...stripeBody('ada'), credentials: { api_key: 'invalid-marked-key' } });
    const answers = [await get(`${PATH}/${id}`), await get(`${PATH}?workspace_name=ada`)];
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toContain('marked');
    expect(sandbox.connectors('ada')[0]?.credentials).toEqual({ api_key: 'invalid-marked-key' });
  });

  it('gives the same ids for the same seed, others for another', async () => {
    const idOf = async (seed: number) => (await openSandbox({ seed })).create(stripeBody('ada'));
    expect(await idOf(1)).toBe(await idOf(1));
    expect(await idOf(1)).not.toBe(await idOf(2));
  });
});

describe('list, rename and remove', () => {
  it('lists one workspace, also by its id, narrowed by definition', async () => {
    const { create, get } = await openSandbox();
    const stripe = await create(stripeBody('ada'));
    const hubspot = await create(hubspotBody('ada'));
    await create(stripeBody('ben'));
    const idsOf = async (query: string) => listAt((await get(`${PATH}?${query}`)).body, 'data').map((item) => at(item, 'id'));
    expect(await idsOf('workspace_name=ada')).toEqual([stripe, hubspot]);
    expect(await idsOf('external_user_id=ada')).toEqual([stripe, hubspot]);
    expect(await idsOf(`workspace_name=ada&definition_id=${HUBSPOT}`)).toEqual([hubspot]);
    expect((await get(PATH)).status).toBe(422);
  });

  it('renames', async () => {
    const { create, send, application, clock } = await openSandbox();
    const id = await create(stripeBody('ada'));
    clock.now += 1000;
    expect(await send(application, 'PUT', `${PATH}/${id}`, { name: 'Shop' })).toMatchObject({
      status: 200,
      body: { id, name: 'Shop', updated_at: '2026-06-01T00:00:01.000Z' },
    });
    expect((await send(application, 'PUT', `${PATH}/${id}`, { replication_config: {} })).status).toBe(422);
  });

  it('accepts a removal, and takes the connector from the list a little later', async () => {
    const { create, send, get, application, clock, sandbox, execute } = await openSandbox({ deleteDelay: 500 });
    const id = await create(stripeBody('ada'));
    expect(await send(application, 'DELETE', `${PATH}/${id}`)).toMatchObject({ status: 202, body: { job_id: expect.any(String) } });
    expect(sandbox.connectors()).toEqual([]);
    expect((await execute(id, 'customers', 'list')).status).toBe(404);
    expect(listAt((await get(`${PATH}?workspace_name=ada`)).body, 'data')).toHaveLength(1);
    clock.now += 500;
    expect(listAt((await get(`${PATH}?workspace_name=ada`)).body, 'data')).toHaveLength(0);
    expect((await send(application, 'DELETE', `${PATH}/${id}`)).status).toBe(404);
  });
});

describe('check', () => {
  it('refuses credentials that contain "invalid", and says so again at the status path', async () => {
    const { post, get, scoped, create } = await openSandbox();
    await scoped('ada');
    const bad = { ...stripeBody('ada'), credentials: { api_key: 'sk_INVALID' } };
    const { body } = await post(`${PATH}/check`, bad);
    expect(body).toMatchObject({ status: 'failed', failure_reason: { external_message: 'Stripe refused these credentials.' } });
    expect(await get(`/api/v1/integrations/sources/check/${textAt(body, 'id')}/status`)).toMatchObject({
      status: 200,
      body: { status: 'failed', enhanced_error_message: 'Stripe refused these credentials.' },
    });
    expect(await post(`${PATH}/check`, stripeBody('ada'))).toMatchObject({ body: { status: 'succeeded', error_message: null } });
    expect(await post(`${PATH}/${await create(bad)}/check`, {})).toMatchObject({ body: { status: 'failed' } });
  });
});
