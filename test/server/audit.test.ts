import { describe, expect, it } from 'vitest';
import { errorOf, printed } from './harness.js';
import { created, createWorld } from './world.js';

const APP = { client_id: 'own-app-id', client_secret: 'own-app-secret' };

describe('the audit', () => {
  it('names a token that went to a browser, and not the token', async () => {
    const { browser, events } = createWorld({ handler: { tokenEndpoint: true } });
    const response = await browser('ada').call('POST', '/token');
    const { token } = await response.json();
    expect(events).toEqual([{ type: 'token_minted', requestId: response.headers.get('x-request-id'), userId: 'ada' }]);
    expect(printed(events)).not.toContain(token);
  });

  it('names no token that was refused', async () => {
    const { browser, events } = createWorld({ handler: { tokenEndpoint: true, oauthOverrides: () => [] } });
    expect((await errorOf(await browser('ada').call('POST', '/token'))).code).toBe('token_mode_unenforced');
    expect(events.map(({ type }) => type)).toEqual(['error']);
  });

  it('names a connector with a new name', async () => {
    const { browser, events } = createWorld();
    const ada = browser('ada');
    const connectorId = await created(ada);
    await ada.call('PATCH', `/connectors/${connectorId}`, { body: { name: 'Payments' }, headers: { 'x-request-id': 'r-1' } });
    expect(events.at(-1)).toEqual({ type: 'connector_renamed', requestId: 'r-1', userId: 'ada', connectorId });
    await ada.call('PATCH', '/connectors/none', { body: { name: 'Payments' } });
    expect(events.filter(({ type }) => type === 'connector_renamed')).toHaveLength(1);
  });

  it('names an OAuth app that was set or removed, and nothing of it', async () => {
    const { handler, events } = createWorld();
    const { id } = JSON.parse(await (await createWorld().browser('ada').call('GET', '/definitions/hubspot')).text()).definition;
    await handler.api.setOAuthApp({ definition: 'hubspot', credentials: APP }, { requestId: 'job-7' });
    await handler.api.removeOAuthApp('hubspot', { requestId: 'job-7' });
    const event = { type: 'oauth_app_changed', requestId: 'job-7', userId: null, definitionId: id };
    expect(events).toEqual([
      { ...event, change: 'set' },
      { ...event, change: 'removed' },
    ]);
    expect(printed(events)).not.toContain('own-app');
    await expect(handler.api.setOAuthApp({ definition: 'stripe', credentials: APP })).rejects.toMatchObject({ code: 'oauth_not_available' });
    expect(events).toHaveLength(2);
  });

  it('tells the calls of the server apart, by the host’s id or one of their own', async () => {
    const { handler, browser, events } = createWorld();
    const { api } = handler;
    const ids = [await created(browser('ada')), await created(browser('ada'))];
    const run = { userId: 'ada', connectorId: ids[0] ?? '', entity: 'customers', action: 'list' };
    const [connector] = await api.listConnectors({ userId: 'ada' });
    if (connector === undefined) throw new Error('No connector was listed.');
    const tool = await api.toAgentTool({ userId: 'ada', connector });
    events.length = 0;
    await api.execute(run, { requestId: 'job-1' });
    await api.createConnector({ userId: 'ada', definition: 'hubspot', credentials: { ...APP, refresh_token: 'rt' } }, { requestId: 'job-2' });
    await tool.run({ operation: 'customers.list' }, { requestId: 'job-3' });
    await api.deleteUser('ada', { requestId: 'job-4' });
    expect(events.map(({ type, requestId }) => `${type} ${requestId}`)).toEqual([
      'executed job-1',
      'connector_created job-2',
      'executed job-3',
      ...Array.from({ length: 3 }, () => 'connector_deleted job-4'),
    ]);
  });

  it('gives every call of the server an id that a log can hold', async () => {
    const { handler, browser, events } = createWorld();
    const connectorId = await created(browser('ada'));
    events.length = 0;
    const run = { userId: 'ada', connectorId, entity: 'customers', action: 'list' };
    for (const requestId of [undefined, '', 'job-1\nforged: line', 'x'.repeat(129)]) await handler.api.execute(run, { requestId });
    const given = events.map(({ requestId }) => requestId);
    expect(new Set(given).size).toBe(4);
    for (const id of given) expect(id).toMatch(/^[\da-f-]{36}$/);
  });
});
