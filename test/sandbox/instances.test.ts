import { describe, expect, it } from 'vitest';
import { recycledInstance } from '../../src/sandbox/index.js';
import { at, CLIENT, listAt, openSandbox, STRIPE, textAt } from './api.js';

const PATH = '/api/v1/connectors/instances';
const JIRA = '68e63de2-bb83-4c7e-93fa-a8a9051e3993';
const HOUR = 3_600_000;
const list = { entity: 'customers', action: 'list', params: { limit: 2 } };

async function made(options: Parameters<typeof openSandbox>[0] = {}) {
  const api = await openSandbox(options);
  const token = await api.scoped('ada');
  const create = (connector_definition_id: string, auth_config: unknown) =>
    api.send(token, 'POST', PATH, { connector_definition_id, name: 'mine', auth_config });
  const answer = await create(STRIPE, { api_key: 'sk_1' });
  return { ...api, token, create, answer, id: textAt(answer.body, 'id') };
}

describe('instances', () => {
  it('are made with a scoped token and executed with the application’s only', async () => {
    const { answer, id, post, send, token, sandbox } = await made();
    expect(answer).toMatchObject({ status: 201, body: { name: 'mine' } });
    expect((await post(`${PATH}/${id}/execute`, list)).status).toBe(200);
    expect((await send(token, 'POST', `${PATH}/${id}/execute`, list)).status).toBe(403);
    expect((await post(PATH, { connector_definition_id: STRIPE, auth_config: {} })).status).toBe(403);
    // Not in the list of connectors, nor reached by its calls.
    expect(sandbox.connectors('ada')).toEqual([]);
    expect((await post(`/api/v1/integrations/connectors/${id}/execute`, list)).status).toBe(404);
  });

  it('belong to a workspace: another’s token does not find them', async () => {
    const { id, send, scoped, get, token } = await made();
    expect((await send(await scoped('ben'), 'GET', `${PATH}/${id}`)).status).toBe(404);
    expect((await send(token, 'GET', `${PATH}/${id}`)).body).toMatchObject({ id, definition_id: STRIPE, name: 'mine', user_config: {} });
    expect(listAt((await get('/api/v1/connectors/instances_for_user?username=ada')).body, 'instances')).toHaveLength(1);
    expect(listAt((await get('/api/v1/connectors/instances_for_user?username=ben')).body, 'instances')).toHaveLength(0);
    expect((await get('/api/v1/connectors/instances_for_user?username=nobody')).status).toBe(404);
  });

  it('take the keys of the guides, and refuse others in the documented words', async () => {
    const { create } = await made();
    expect((await create(JIRA, { api_token: 't', email: 'ada@example.com', domain: 'acme' })).status).toBe(201);
    expect((await create(JIRA, { api_token: 't', email: 'ada@example.com' })).status).toBe(400);
    const refused = await create(STRIPE, { token: 'x' });
    expect(refused.status).toBe(400);
    expect(at(refused.body, 'message')).toBe("Credentials do not match any auth scheme. Provided keys: ['token']. Available schemes: bearerAuth (api_key)");
    expect((await create('11111111-1111-4111-8111-111111111111', {})).status).toBe(400);
  });

  it('are recycled when nobody uses them: still listed, found and run no more', async () => {
    const { id, clock, send } = await made({ instanceIdle: 2 * HOUR });
    const application = async () => textAt((await send(null, 'POST', '/v1/applications/token', CLIENT)).body, 'access_token');
    clock.now += HOUR;
    expect((await send(await application(), 'POST', `${PATH}/${id}/execute`, list)).status).toBe(200);
    clock.now += 1.5 * HOUR;
    expect((await send(await application(), 'POST', `${PATH}/${id}/execute`, list)).status).toBe(200);
    clock.now += 2 * HOUR;
    const token = await application();
    expect((await send(token, 'POST', `${PATH}/${id}/execute`, list)).status).toBe(404);
    const mine = textAt((await send(token, 'POST', '/api/v1/embedded/scoped-token', { workspace_name: 'ada' })).body, 'token');
    expect((await send(mine, 'GET', `${PATH}/${id}`)).status).toBe(404);
    expect(listAt((await send(token, 'GET', '/api/v1/connectors/instances_for_user?username=ada')).body, 'instances')).toHaveLength(1);
  });

  it('are recycled by rule', async () => {
    const { id, post, send, token } = await made({ faults: [recycledInstance({ times: 1 })] });
    expect(await post(`${PATH}/${id}/execute`, list)).toMatchObject({ status: 404, body: { message: 'Connector not found' } });
    expect((await send(token, 'GET', `${PATH}/${id}`)).status).toBe(200);
    expect((await post(`${PATH}/${id}/execute`, list)).status).toBe(200);
  });
});
