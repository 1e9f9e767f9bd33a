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
    await handler.api.setOAuthApp({ definition: 'hubspot', credentials: APP });
    await handler.api.removeOAuthApp('hubspot');
    const event = { type: 'oauth_app_changed', requestId: null, userId: null, definitionId: id };
    expect(events).toEqual([
      { ...event, change: 'set' },
      { ...event, change: 'removed' },
    ]);
    expect(printed(events)).not.toContain('own-app');
    await expect(handler.api.setOAuthApp({ definition: 'stripe', credentials: APP })).rejects.toMatchObject({ code: 'oauth_not_available' });
    expect(events).toHaveLength(2);
  });
});
