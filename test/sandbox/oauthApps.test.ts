import { describe, expect, it } from 'vitest';
import { at, openSandbox, STRIPE, textAt } from './api.js';

describe('the organization’s OAuth apps', () => {
  const apps = '/api/v1/oauth/credentials';
  const configuration = { client_id: 'a', client_secret: 'marked' };

  it('are set by name in any case, described, and removed; what was stored never comes back', async () => {
    const { send, application, get } = await openSandbox();
    const put = (body: unknown) => send(application, 'PUT', apps, body);
    const first = await put({ connector_type: 'HUBSPOT', configuration });
    expect(first).toMatchObject({ status: 200, body: { scope_type: 'organization', connector_type: 'source' } });
    expect(JSON.stringify(first.body)).not.toContain('marked');
    expect(at((await put({ connector_type: 'hubspot', configuration })).body, 'id')).toBe(at(first.body, 'id'));
    expect((await get(`${apps}/spec?connector_type=Zendesk Support`)).body).toMatchObject({ required: ['client_id', 'client_secret'] });
    expect((await send(application, 'DELETE', `${apps}/connector_type/hubspot`)).status).toBe(204);
    expect((await send(application, 'DELETE', `${apps}/connector_type/hubspot`)).status).toBe(404);
  });

  it('refuse snake_case, unknown properties, a lack of values, two names, and a connector without OAuth', async () => {
    const { send, application } = await openSandbox();
    const status = async (body: unknown) => (await send(application, 'PUT', apps, body)).status;
    expect(await status({ connector_type: 'zendesk_support', configuration })).toBe(404);
    expect(await status({ connector_type: 'hubspot', configuration, extra: 1 })).toBe(422);
    expect(await status({ connector_type: 'hubspot', configuration: { client_id: 'a' } })).toBe(422);
    expect(await status({ connector_type: 'hubspot', connector_definition_id: STRIPE, configuration })).toBe(422);
    expect(await status({ configuration })).toBe(422);
    expect(await status({ connector_type: 'stripe', configuration })).toBe(400);
  });

  it('end the sign-in with an error while their values are wrong', async () => {
    const { send, application, post, sandbox } = await openSandbox();
    const come = async (client_secret: string) => {
      await send(application, 'PUT', apps, { connector_type: 'hubspot', configuration: { client_id: 'a', client_secret } });
      const body = { workspace_name: 'ada', connector_type: 'hubspot', redirect_url: 'https://app.example.com/cb' };
      const start = await post('/api/v1/integrations/connectors/oauth/initiate', body);
      return new URL(sandbox.decideConsent(textAt(start.body, 'consent_url'), 'approve')).searchParams;
    };
    expect((await come('invalid')).get('error')).toBe('creation_failed');
    expect((await come('right')).get('connector_id')).toBe(sandbox.connectors('ada')[0]?.id);
  });
});
