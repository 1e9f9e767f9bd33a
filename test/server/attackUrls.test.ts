import { describe, expect, it } from 'vitest';
import { type AirbytePattern, connectors, createTokenClient } from '../../src/airbyte/index.js';
import { Sealed } from '../../src/core/index.js';
import { consentUrl } from '../../src/oauth/index.js';
import { APP, errorOf, HOST } from './harness.js';
import { createWorld, HUBSPOT } from './world.js';

/** What a proxy before Airbyte, or a compromised one, might answer in place of a consent page. */
const UNSAFE = [
  'javascript:alert(document.domain)',
  'JavaScript:alert(1)//https://app.hubspot.com',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://app.example.com/0-1',
  'vbscript:x',
  'file:///etc/passwd',
  'view-source:https://app.example.com',
  'http://app.hubspot.com/oauth',
  'http://localhost.evil.example/consent',
  'http://127.0.0.1.evil.example/consent',
  'http://evil.example#localhost',
  'http://localhost@evil.example/',
  'ftp://localhost/consent',
  '//evil.example/consent',
  '/consent',
  'not an address',
  '',
];

/** A pattern whose Airbyte answers this address, without the check that our own patterns make. */
const answering = (address: string): AirbytePattern => ({
  ...connectors(),
  client: (context) => ({ ...connectors().client(context), initiateOAuth: async () => ({ consentUrl: address }) }),
});

describe.each(UNSAFE)('the consent address %j', (address) => {
  // Guard: requireConsentUrl in the start of an attempt.
  it('is not passed on by the handler, which gives no cookie either', async () => {
    const ada = createWorld({ handler: { pattern: answering(address) } }).browser('ada');
    const response = await ada.call('POST', '/attempts', { body: HUBSPOT });
    const text = await response.clone().text();
    expect(await errorOf(response)).toEqual({ status: 502, code: 'consent_url_refused' });
    if (address !== '') expect(text).not.toContain(address);
    expect(ada.setCookies).toEqual([]);
  });

  // Guard: safeConsentUrl in the patterns, which a browser with a token relies on.
  it('is not passed on by a browser that talks to Airbyte itself', async () => {
    const world = createWorld({ handler: { tokenEndpoint: true } });
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (new URL(request.url).origin === HOST) return world.handler(request);
      return request.url.endsWith('/oauth/initiate') ? Response.json({ consent_url: address }) : world.sandbox.fetch(request);
    };
    const headers = { 'x-user': 'ada', origin: APP, 'ack-wire': '1' };
    const api = createTokenClient({ tokenEndpoint: `${HOST}/api/airbyte/token`, headers, fetch, now: world.clock.now });
    await expect(api.startAttempt({ ...HUBSPOT, values: new Sealed({}) })).rejects.toMatchObject({
      code: address === '' ? expect.stringMatching(/^(consent_url_refused|upstream_invalid)$/) : 'consent_url_refused',
    });
  });

  // Guard: consentUrl, the last one before a window is led there.
  it('is not opened by a page, whoever answered it', () => {
    expect(() => consentUrl(address)).toThrow(expect.objectContaining({ code: 'consent_url_refused' }));
  });
});

describe('where Airbyte sends people back to', () => {
  /** All ways in which a request could try to name a place. */
  const ATTEMPTS: [string, { body?: object; headers?: Record<string, string> }][] = [
    ['a forwarded host', { headers: { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' } }],
    ['a host', { headers: { host: 'evil.example' } }],
    ['a referrer', { headers: { referer: 'https://evil.example/connected' } }],
  ];
  const redirectsOf = ({ sandbox }: ReturnType<typeof createWorld>) =>
    sandbox.requests.filter(({ path }) => path.endsWith('/oauth/initiate')).map(({ body }) => new URL(String(Reflect.get(Object(body), 'redirect_url'))));

  it.each(ATTEMPTS)('is the host’s own callback, whatever %s says', async (_name, init) => {
    const world = createWorld();
    expect((await world.browser('ada').call('POST', '/attempts', { body: HUBSPOT, ...init })).status).toBe(201);
    expect(redirectsOf(world).map(({ origin, pathname }) => origin + pathname)).toEqual([`${APP}/connected`]);
  });

  it.each(['redirect_url', 'redirectUrl', 'callbackUrl', 'callback_url', 'return_to'])('cannot be named by the key %s of a body', async (key) => {
    const world = createWorld();
    const answer = await world.browser('ada').call('POST', '/attempts', { body: { ...HUBSPOT, [key]: 'https://evil.example/' } });
    expect((await errorOf(answer)).code).toBe('invalid_input');
    expect(redirectsOf(world)).toEqual([]);
  });

  // Guard: allowedOrigin before a callbackUrl that is a function.
  it('is asked of the host for an allowed origin only, and a script address of its own is refused', async () => {
    const asked: string[] = [];
    const callbackUrl = (origin: string) => {
      asked.push(origin);
      return `${origin}/connected`;
    };
    const world = createWorld({ handler: { callbackUrl, allowedOrigins: [APP] } });
    for (const origin of ['https://evil.example', 'null', `${APP}.evil.example`])
      expect((await world.browser('ada').call('POST', '/attempts', { body: HUBSPOT, headers: { origin, 'sec-fetch-site': 'same-origin' } })).status).toBe(403);
    expect(asked).toEqual([]);
    const wrong = createWorld({ handler: { callbackUrl: () => 'javascript:alert(1)', allowedOrigins: [APP] } });
    expect((await errorOf(await wrong.browser('ada').call('POST', '/attempts', { body: HUBSPOT }))).code).toBe('handler_misconfigured');
  });
});
