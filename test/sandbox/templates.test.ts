import { describe, expect, it } from 'vitest';
import { at, HUBSPOT, hubspotBody, listAt, openSandbox, STRIPE, textAt } from './api.js';

const TEMPLATES = '/api/v1/integrations/templates/sources';
const TAGS = '/api/v1/integrations/templates/tags';
const INITIATE = '/api/v1/integrations/connectors/oauth/initiate';
const consent = { workspace_name: 'ada', definition_id: HUBSPOT, redirect_url: 'https://app.example.com/cb' };

type Api = Awaited<ReturnType<typeof openSandbox>>;

const templateId = async ({ get }: Api, path: string, definitionId: string) =>
  textAt(
    listAt((await get(path)).body, 'data').find((item) => at(item, 'actor_definition_id') === definitionId),
    'id',
  );

describe('a strict sandbox', () => {
  it('starts a sign-in only once the definition was enabled by cloning its template', async () => {
    const api = await openSandbox({ strict: true });
    expect(listAt((await api.get(TEMPLATES)).body, 'data')).toEqual([]);
    expect(await api.post(INITIATE, consent)).toMatchObject({
      status: 400,
      body: { message: 'No organization-specific source template configured for this connector type.' },
    });
    const clone = { original_source_template_id: await templateId(api, `${TEMPLATES}/global`, HUBSPOT) };
    expect((await api.post(TEMPLATES, clone)).status).toBe(200);
    expect((await api.post(INITIATE, consent)).status).toBe(200);
  });

  it('has no such rule for create, and wants the template named where there are several', async () => {
    const api = await openSandbox({ strict: true });
    await api.create(hubspotBody('ada'));
    const clone = { original_source_template_id: await templateId(api, `${TEMPLATES}/global`, HUBSPOT) };
    await api.post(TEMPLATES, clone);
    const second = textAt((await api.post(TEMPLATES, clone)).body, 'id');
    const { definition_id: _id, ...rest } = hubspotBody('ada');
    expect((await api.post('/api/v1/integrations/connectors', { ...rest, definition_id: HUBSPOT })).status).toBe(400);
    const made = await api.post('/api/v1/integrations/connectors', { ...rest, definition_id: HUBSPOT, source_template_id: second });
    expect(made).toMatchObject({ status: 200, body: { source_template: { id: second } } });
  });
});

describe('templates', () => {
  it('are one for each definition, unless the sandbox is strict, and Airbyte’s own beside', async () => {
    const api = await openSandbox();
    const ours = listAt((await api.get(TEMPLATES)).body, 'data');
    expect(listAt((await api.get(`${TEMPLATES}/global`)).body, 'data')).toHaveLength(ours.length);
    const globals = listAt((await api.get(`${TEMPLATES}?use_global=true`)).body, 'data');
    expect([at(globals[0], 'organization_id'), at(ours[0], 'organization_id')]).toEqual([null, expect.any(String)]);
  });

  it('preset what is then neither asked, shown nor needed', async () => {
    const api = await openSandbox();
    const made = await api.post(TEMPLATES, { actor_definition_id: STRIPE, partial_default_config: { account_id: 'acct_preset' }, name: 'Our shop' });
    const template = textAt(made.body, 'id');
    expect(Object.keys(Object(at(made.body, 'user_config_spec', 'connectionSpecification', 'properties')))).not.toContain('account_id');
    const token = await api.scoped('ada');
    const workspace_id = textAt((await api.send(token, 'GET', '/api/v1/embedded/scoped-token/info')).body, 'workspace_id');
    const source = await api.send(token, 'POST', '/api/v1/embedded/sources', {
      workspace_id,
      source_template_id: template,
      source_config: { api_key: 'sk_marked' },
    });
    expect(source).toMatchObject({ status: 200, body: { name: 'Stripe', source_config: { api_key: '**********' } } });
    expect(JSON.stringify(at(source.body, 'source_config'))).not.toContain('acct_preset');
    expect(api.sandbox.connectors('ada')[0]?.replicationConfig).toMatchObject({ account_id: 'acct_preset' });
  });

  it('are changed and removed', async () => {
    const api = await openSandbox();
    const id = await templateId(api, TEMPLATES, STRIPE);
    const patched = await api.send(api.application, 'PATCH', `${TEMPLATES}/${id}`, { name: 'Payments', mode: 'REPLICATION' });
    expect(patched.body).toMatchObject({ id, name: 'Payments', mode: 'REPLICATION' });
    expect((await api.send(api.application, 'DELETE', `${TEMPLATES}/${id}`)).body).toMatchObject({ id, deleted_at: expect.any(String) });
    expect((await api.get(`${TEMPLATES}/${id}`)).status).toBe(404);
    expect((await api.post(TEMPLATES, { name: 'Nothing' })).status).toBe(422);
    expect((await api.post(TEMPLATES, { original_source_template_id: id })).status).toBe(404);
  });
});

describe('tags', () => {
  it('narrow the list: all of them by default, any on request; a widget token by any', async () => {
    const api = await openSandbox();
    const [stripe, hubspot] = [await templateId(api, TEMPLATES, STRIPE), await templateId(api, TEMPLATES, HUBSPOT)];
    for (const name of ['crm', 'billing']) await api.post(TAGS, { name });
    for (const tag of ['crm', 'billing']) await api.post(`${TEMPLATES}/${hubspot}/tags`, { tag });
    await api.post(`${TEMPLATES}/${stripe}/tags`, { tag: 'billing' });
    const count = async (query: string) => listAt((await api.get(`${TEMPLATES}?${query}`)).body, 'data').length;
    expect([await count('tags=crm&tags=billing'), await count('tags=crm&tags=billing&tags_mode=any')]).toEqual([1, 2]);
    const wrapped = textAt(
      (
        await api.post('/api/v1/embedded/widget-token', {
          workspace_name: 'ada',
          allowed_origin: 'https://a.example',
          selected_source_template_tags: ['crm', 'billing'],
        })
      ).body,
      'token',
    );
    const token = textAt(JSON.parse(atob(wrapped)), 'token');
    expect(listAt((await api.send(token, 'GET', '/api/v1/embedded/source-templates')).body, 'data')).toHaveLength(2);
    const other = listAt((await api.get(TEMPLATES)).body, 'data').map((item) => textAt(item, 'id'));
    const hidden = other.find((id) => id !== stripe && id !== hubspot);
    expect((await api.send(token, 'GET', `/api/v1/embedded/source-templates/${hidden}`)).status).toBe(404);
  });

  it('are renamed and removed on their templates too; a second of one name is refused', async () => {
    const api = await openSandbox();
    const id = await templateId(api, TEMPLATES, STRIPE);
    await api.post(TAGS, { name: 'crm' });
    expect((await api.post(TAGS, { name: 'crm' })).status).toBe(400);
    expect((await api.post(TAGS, { name: 'x'.repeat(256) })).status).toBe(422);
    expect((await api.post(`${TEMPLATES}/${id}/tags`, { tag: 'nobody' })).status).toBe(404);
    await api.post(`${TEMPLATES}/${id}/tags`, { tag: 'crm' });
    await api.send(api.application, 'PUT', `${TAGS}/crm`, { name: 'sales' });
    expect((await api.get(`${TEMPLATES}/${id}`)).body).toMatchObject({ tags: ['sales'] });
    await api.send(api.application, 'DELETE', `${TAGS}/sales`);
    expect((await api.get(`${TEMPLATES}/${id}`)).body).toMatchObject({ tags: [] });
  });
});
