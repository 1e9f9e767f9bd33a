import { describe, expect, it } from 'vitest';
import { approveConsent, denyConsent, expireConsent, type Sandbox } from '../../src/sandbox/index.js';
import { HUBSPOT, openSandbox, STRIPE, textAt } from './api.js';

const INITIATE = '/api/v1/integrations/connectors/oauth/initiate';
const CREATE = '/api/v1/integrations/connectors';
const REDIRECT = 'https://app.example.com/connected?from=settings&ack_state=a.b';

const current = { workspace_name: 'ada', definition_id: HUBSPOT, redirect_url: REDIRECT };
const seed = { external_user_id: 'ada', connector_type: 'hubspot', redirect_url: REDIRECT };

/** Presses a button of the consent page. */
async function press(sandbox: Sandbox, consentUrl: string, decision: string): Promise<URL> {
  const response = await sandbox.consentFetch(new Request(consentUrl, { method: 'POST', body: new URLSearchParams({ decision }) }));
  expect(response.status).toBe(302);
  return new URL(response.headers.get('location') ?? '');
}

describe('initiate', () => {
  it('gives a consent address on the consent origin, and makes the workspace', async () => {
    const { post, sandbox, get } = await openSandbox({ consentOrigin: 'http://127.0.0.1:4099' });
    expect(textAt((await post(INITIATE, current)).body, 'consent_url')).toMatch(/^http:\/\/127\.0\.0\.1:4099\/consent\?session=\w+$/);
    expect((await get(`${CREATE}?workspace_name=ada`)).status).toBe(200);
    expect(sandbox.connectors()).toEqual([]);
  });

  it('asks for the subdomain before consent', async () => {
    const { post } = await openSandbox();
    const body = { ...current, definition_id: undefined, connector_type: 'Zendesk Support' };
    expect(await post(INITIATE, body)).toMatchObject({ status: 422, body: { errors: [{ field: 'environment.subdomain' }] } });
    expect((await post(INITIATE, { ...body, environment: { subdomain: 'acme' } })).status).toBe(200);
    expect((await post(INITIATE, { ...body, oauth_input_configuration: { subdomain: 'acme' } })).status).toBe(200);
  });

  it('refuses a missing or wrong redirect URL, a connector without OAuth, and another workspace', async () => {
    const { post, send, scoped } = await openSandbox();
    expect(await post(INITIATE, { ...current, redirect_url: undefined })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'redirect_url', error_code: 'missing' }] },
    });
    expect((await post(INITIATE, { ...current, redirect_url: 'javascript:alert(1)' })).status).toBe(422);
    expect((await post(INITIATE, { ...current, definition_id: STRIPE })).status).toBe(400);
    expect((await send(await scoped('ben'), 'POST', INITIATE, current)).status).toBe(403);
  });
});

describe('consent, current generation', () => {
  it('makes the connector and brings its id, with the redirect URL’s own query kept', async () => {
    const { post, sandbox, execute } = await openSandbox();
    const url = await press(sandbox, textAt((await post(INITIATE, { ...current, name: 'CRM' })).body, 'consent_url'), 'approve');
    const [made, ...others] = sandbox.connectors('ada');
    expect(others).toEqual([]);
    expect(made).toMatchObject({ name: 'CRM', definition: { slug: 'hubspot' } });
    expect(url.href).toBe(`${REDIRECT}&connector_id=${made?.id}`);
    expect((await execute(made?.id ?? '', 'contacts', 'list')).status).toBe(200);
  });

  it('brings an error and makes nothing when access is denied', async () => {
    const { post, sandbox } = await openSandbox();
    const url = await press(sandbox, textAt((await post(INITIATE, current)).body, 'consent_url'), 'deny');
    expect(url.searchParams.get('error')).toBe('access_denied');
    expect(url.searchParams.has('error_description')).toBe(true);
    expect(sandbox.connectors()).toEqual([]);
  });

  it('ends after ten minutes, and after one decision', async () => {
    const { post, sandbox, clock } = await openSandbox();
    const late = textAt((await post(INITIATE, current)).body, 'consent_url');
    clock.now += 600_000;
    expect((await press(sandbox, late, 'approve')).searchParams.get('error')).toBe('creation_failed');
    const fresh = textAt((await post(INITIATE, current)).body, 'consent_url');
    await press(sandbox, fresh, 'approve');
    expect((await press(sandbox, fresh, 'approve')).searchParams.get('error')).toBe('creation_failed');
    expect(sandbox.connectors()).toHaveLength(1);
  });
});

describe('consent, seed generation', () => {
  const start = async () => {
    const world = await openSandbox();
    const url = await press(world.sandbox, textAt((await world.post(INITIATE, seed)).body, 'consent_url'), 'approve');
    return { ...world, secretId: url.searchParams.get('secret_id') ?? '' };
  };
  const body = (secretId: string) => ({ external_user_id: 'ada', connector_type: 'hubspot', server_side_oauth_secret_id: secretId });
  const refusal = { status: 400, body: { message: 'Invalid secret_id' } };

  it('brings a secret id, with which a connector is made once', async () => {
    const { post, sandbox, secretId, execute } = await start();
    expect(sandbox.connectors()).toEqual([]);
    const made = await post(CREATE, body(secretId));
    expect(made).toMatchObject({ status: 200, body: { source_template: { name: 'HubSpot', connector_type: 'hubspot' } } });
    expect((await execute(textAt(made.body, 'id'), 'contacts', 'list')).status).toBe(200);
    expect(await post(CREATE, body(secretId))).toMatchObject(refusal);
  });

  it('refuses a secret id that is altered, late, or used elsewhere', async () => {
    const { post, secretId, scoped, clock, sandbox } = await start();
    await scoped('ben');
    expect(await post(CREATE, body(`${secretId}0`))).toMatchObject(refusal);
    expect(await post(CREATE, { ...body(secretId), external_user_id: 'ben' })).toMatchObject(refusal);
    expect(await post(CREATE, { ...body(secretId), connector_type: 'zendesk-support' })).toMatchObject(refusal);
    clock.now += 300_000;
    expect(await post(CREATE, body(secretId))).toMatchObject(refusal);
    expect(sandbox.connectors()).toEqual([]);
  });

  it('makes one connector when a secret id is used twice at once', async () => {
    const { post, secretId, sandbox } = await start();
    const statuses = (await Promise.all([post(CREATE, body(secretId)), post(CREATE, body(secretId))])).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 400]);
    expect(sandbox.connectors()).toHaveLength(1);
  });

  it('is not used up by a check', async () => {
    const { post, secretId } = await start();
    expect((await post(`${CREATE}/check`, body(secretId))).body).toMatchObject({ status: 'succeeded' });
    expect((await post(CREATE, body(secretId))).status).toBe(200);
  });
});

describe('the consent page', () => {
  it('names the service, and has a button each to allow and to deny', async () => {
    const { post, sandbox } = await openSandbox();
    const page = await sandbox.consentFetch(new Request(textAt((await post(INITIATE, current)).body, 'consent_url')));
    const html = await page.text();
    expect(html).toContain('<title>HubSpot (sandbox)</title>');
    expect(html).toMatch(/<button name="decision" value="approve">Allow<\/button>/);
    expect(html).not.toContain('<script');
    expect(page.headers.has('cross-origin-opener-policy')).toBe(false);
  });

  it('cuts the opener off, or stalls, when it is told to', async () => {
    const { post, sandbox } = await openSandbox({ consentMode: 'coop' });
    const url = textAt((await post(INITIATE, current)).body, 'consent_url');
    expect((await sandbox.consentFetch(new Request(url))).headers.get('cross-origin-opener-policy')).toBe('same-origin');
    sandbox.setConsentMode('stall');
    expect((await sandbox.consentFetch(new Request(url, { method: 'POST', body: new URLSearchParams({ decision: 'approve' }) }))).status).toBe(200);
    expect(sandbox.connectors()).toEqual([]);
    expect((await sandbox.consentFetch(new Request(`${url}&mode=coop`))).headers.get('cross-origin-opener-policy')).toBe('same-origin');
  });

  it('404s without a session', async () => {
    const { sandbox } = await openSandbox();
    expect((await sandbox.consentFetch(new Request('https://consent.sandbox.test/consent?session=guess'))).status).toBe(404);
  });

  it('decides by itself by rule', async () => {
    for (const [fault, outcome] of [
      [denyConsent(), 'error=access_denied'],
      [approveConsent(), 'connector_id='],
      [expireConsent(), 'error=creation_failed'],
    ] as const) {
      const { post, sandbox } = await openSandbox({ faults: [fault] });
      const url = textAt((await post(INITIATE, current)).body, 'consent_url');
      expect((await sandbox.consentFetch(new Request(url))).headers.get('location')).toContain(outcome);
    }
  });

  it('is decided without a page by decideConsent', async () => {
    const { post, sandbox } = await openSandbox();
    const url = textAt((await post(INITIATE, current)).body, 'consent_url');
    expect(sandbox.decideConsent(url, 'approve')).toContain('connector_id=');
    expect(() => sandbox.decideConsent('https://consent.sandbox.test/consent?session=guess', 'approve')).toThrow(TypeError);
  });
});
