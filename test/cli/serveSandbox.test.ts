import { afterEach, describe, expect, it } from 'vitest';
import { type ServedSandbox, type ServeSandboxOptions, serveSandbox } from '../../src/cli/index.js';
import { badGateway, cut } from '../../src/sandbox/index.js';
import { CLIENT, textAt, zendeskBody } from '../sandbox/api.js';

const running: ServedSandbox[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((served) => served.close()));
});

async function start(options?: ServeSandboxOptions) {
  const served = await serveSandbox(options);
  running.push(served);
  const post = async (path: string, body: unknown, token?: string) =>
    fetch(`${served.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    });
  return { ...served, post };
}

describe('serveSandbox', () => {
  it('serves the API on localhost and the consent page on 127.0.0.1', async () => {
    const { post, url, consentUrl, sandbox } = await start();
    expect([new URL(url).hostname, new URL(consentUrl).hostname]).toEqual(['localhost', '127.0.0.1']);
    const token = textAt(await (await post('/v1/applications/token', CLIENT)).json(), 'access_token');
    const start_ = await post(
      '/api/v1/integrations/connectors/oauth/initiate',
      { workspace_name: 'ada', connector_type: 'hubspot', redirect_url: `${url}/done` },
      token,
    );
    const consent = textAt(await start_.json(), 'consent_url');
    expect(consent.startsWith(`${consentUrl}/consent?session=`)).toBe(true);
    expect(await (await fetch(consent)).text()).toContain('Allow access to your HubSpot account?');
    const decided = await fetch(consent, { method: 'POST', body: new URLSearchParams({ decision: 'approve' }), redirect: 'manual' });
    expect([decided.status, decided.headers.get('location')]).toEqual([302, `${url}/done?connector_id=${sandbox.connectors('ada')[0]?.id}`]);
  });

  it('streams a file', async () => {
    const { post } = await start();
    const token = textAt(await (await post('/v1/applications/token', CLIENT)).json(), 'access_token');
    await post('/api/v1/embedded/scoped-token', { workspace_name: 'ada' }, token);
    const id = textAt(await (await post('/api/v1/integrations/connectors', zendeskBody('ada'), token)).json(), 'id');
    const file = await post(
      `/api/v1/integrations/connectors/${id}/execute`,
      { entity: 'attachments', action: 'download', params: { attachment_id: 7_000_004 } },
      token,
    );
    expect([file.headers.get('content-type'), await file.text()]).toEqual(['text/plain; charset=utf-8', 'Attachment 7000004 of the sandbox.\n']);
  });

  it('breaks the connection, and sends HTML, by rule', async () => {
    const { post } = await start({ faults: [cut({ times: 1 }), badGateway({ times: 1 })] });
    await expect(post('/v1/applications/token', CLIENT).then((response) => response.text())).rejects.toThrow();
    expect((await post('/v1/applications/token', CLIENT)).status).toBe(502);
    expect((await post('/v1/applications/token', CLIENT)).status).toBe(200);
  });

  it('frees the first port when the second is taken', async () => {
    const { url } = await start();
    const port = Number(new URL(url).port);
    const consentPort = 0;
    await expect(serveSandbox({ port, consentPort })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
