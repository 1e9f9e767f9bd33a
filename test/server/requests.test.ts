import { describe, expect, it } from 'vitest';
import { createSandbox } from '../../src/sandbox/index.js';
import { APP, createBrowser, errorOf, HOST, makeHandler } from './harness.js';

const { handler, events } = makeHandler({ fetch: createSandbox().fetch });
const ada = createBrowser(handler, 'ada');

const ask = (init: RequestInit & { path?: string }) => handler(new Request(`${HOST}/api/airbyte${init.path ?? '/connectors'}`, init));
const post = (headers: Record<string, string>) =>
  ask({ method: 'POST', headers: { 'x-user': 'ada', 'content-type': 'application/json', ...headers }, body: '{}' });

describe('origins of unsafe requests', () => {
  // The empty body is refused as invalid input, which comes after the origin: nothing is asked of Airbyte either way.
  it.each([
    ['same-origin by Sec-Fetch-Site', { 'sec-fetch-site': 'same-origin' }],
    ['same-origin whatever its Origin says', { 'sec-fetch-site': 'same-origin', origin: 'https://other.example' }],
    ['an allowed Origin', { origin: APP }],
    ['an allowed Origin across sites', { origin: APP, 'sec-fetch-site': 'cross-site' }],
    ['an allowed Origin on the same site', { origin: APP, 'sec-fetch-site': 'same-site' }],
  ])('takes %s', async (_, headers) => {
    expect((await post(headers)).status).toBe(422);
  });

  it.each([
    ['neither Origin nor Sec-Fetch-Site', {}],
    ['a foreign Origin', { origin: 'https://evil.example' }],
    ['a foreign Origin of the same site', { origin: 'https://evil.example.com', 'sec-fetch-site': 'same-site' }],
    ['same-site without Origin', { 'sec-fetch-site': 'same-site' }],
    ['cross-site without Origin', { 'sec-fetch-site': 'cross-site' }],
    ['none, as an address typed by hand', { 'sec-fetch-site': 'none' }],
    ['the null origin of a sandboxed frame', { origin: 'null' }],
    ['the allowed host over http', { origin: APP.replace('https', 'http') }],
    ['the allowed host on another port', { origin: `${APP}:8443` }],
    ['an origin that begins like an allowed one', { origin: `${APP}.evil.example` }],
    ["the handler's own Host as Origin", { origin: HOST, host: 'api.host.example', 'x-forwarded-host': 'api.host.example' }],
  ])('refuses %s', async (_, headers) => {
    const response = await post(headers);
    expect(await errorOf(response)).toEqual({ status: 403, code: 'origin_refused' });
  });

  it.each([
    'POST /connectors',
    'PATCH /connectors/1',
    'DELETE /connectors/1',
    'POST /connectors/1/check',
    'POST /connectors/1/execute',
    'POST /attempts',
    'POST /attempts/complete',
    'POST /token',
  ])('guards %s', async (route) => {
    const [method = '', path = ''] = route.split(' ');
    expect((await ask({ method, path, headers: { 'x-user': 'ada', origin: 'https://evil.example' } })).status).toBe(403);
  });

  it('asks only for a session where nothing is changed', async () => {
    expect(
      (await ask({ path: '/definitions/stripe', headers: { 'x-user': 'ada', origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } })).status,
    ).toBe(200);
  });
});

describe('CORS', () => {
  const preflight = (headers: Record<string, string>) => ask({ method: 'OPTIONS', headers });

  it('lets an allowed origin ask with credentials and any header', async () => {
    const response = await preflight({ origin: APP, 'access-control-request-method': 'PATCH', 'access-control-request-headers': 'content-type, x-session' });
    expect(response.status).toBe(204);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': APP,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'GET, POST, PATCH, DELETE, OPTIONS',
      'access-control-allow-headers': 'content-type, x-session',
      vary: 'origin',
    });
  });

  it('refuses the preflight of a foreign origin, and lets it read nothing', async () => {
    const response = await preflight({ origin: 'https://evil.example', 'access-control-request-method': 'POST' });
    expect(response.status).toBe(403);
    const read = await ask({ path: '/definitions/stripe', headers: { 'x-user': 'ada', origin: 'https://evil.example' } });
    for (const { headers } of [response, read]) expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('lets an allowed origin read answers and failures, with the headers it needs', async () => {
    for (const response of [await ada.call('GET', '/definitions/stripe'), await ada.call('GET', '/definitions/none'), await ada.call('GET', '/nowhere')]) {
      expect(response.headers.get('access-control-allow-origin')).toBe(APP);
      expect(response.headers.get('access-control-expose-headers')).toBe('ack-wire, content-disposition, retry-after, x-request-id');
    }
  });
});

describe('every answer', () => {
  it.each(['GET /definitions/stripe', 'GET /definitions/none', 'GET /nowhere', 'PUT /connectors', 'OPTIONS /connectors'])(
    'of %s is not stored, not sniffed and says its version and request id',
    async (route) => {
      const [method = '', path = ''] = route.split(' ');
      const { headers } = await ada.call(method, path);
      expect(Object.fromEntries(headers)).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'ack-wire': '1', vary: 'origin' });
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  it.each([
    ['its own id', 'of-the-proxy_1', /^of-the-proxy_1$/],
    ['a new id in place of one that is too long', 'x'.repeat(129), /^[0-9a-f-]{36}$/],
    ['a new id in place of one that no log could hold', '<b>1</b> 2', /^[0-9a-f-]{36}$/],
    ['a new id in place of none', '', /^[0-9a-f-]{36}$/],
  ])('gives a failure %s, in the answer as in the log', async (_, given, expected) => {
    const response = await ada.call('GET', '/definitions/none', { headers: { 'x-request-id': given } });
    const { error } = await response.json();
    expect(error.requestId).toBe(response.headers.get('x-request-id'));
    expect(error.requestId).toMatch(expected);
    expect(events.at(-1)).toMatchObject({
      type: 'error',
      requestId: error.requestId,
      userId: 'ada',
      route: 'GET /api/airbyte/definitions/none',
      error: { code: 'definition_not_found' },
    });
  });
});

describe('bad requests', () => {
  it('answers JSON for an unknown route, before it asks who is there', async () => {
    const nobody = createBrowser(handler, null);
    expect(await errorOf(await nobody.call('GET', '/nowhere'))).toEqual({ status: 404, code: 'route_not_found' });
    expect(await errorOf(await nobody.call('GET', ''))).toEqual({ status: 404, code: 'route_not_found' });
  });

  it('answers JSON for a method that a route does not have', async () => {
    expect(await errorOf(await ada.call('PUT', '/connectors/1'))).toEqual({ status: 405, code: 'method_not_allowed' });
    expect(await errorOf(await ada.call('GET', '/attempts/complete'))).toEqual({ status: 405, code: 'method_not_allowed' });
  });

  it.each([
    'GET /definitions',
    'GET /connectors',
    'POST /connectors',
    'DELETE /connectors/1',
    'POST /attempts',
    'GET /attempts/abcdefghijklmnopqrstuv',
    'POST /token',
  ])('refuses %s without a session', async (route) => {
    const [method = '', path = ''] = route.split(' ');
    const nobody = createBrowser(handler, null);
    expect(await errorOf(await nobody.call(method, path))).toEqual({ status: 401, code: 'session_missing' });
  });

  it('refuses another version of the protocol, and takes a client that names none', async () => {
    expect(await errorOf(await ada.call('GET', '/definitions/stripe', { headers: { 'ack-wire': '2' } }))).toEqual({ status: 426, code: 'version_mismatch' });
    expect((await ask({ path: '/definitions/stripe', headers: { 'x-user': 'ada' } })).status).toBe(200);
  });

  it('refuses a body that is not JSON by its type', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      expect(await errorOf(await ada.call('POST', '/connectors', { raw: '{}', headers: { 'content-type': type } }))).toEqual({
        status: 415,
        code: 'unsupported_media_type',
      });
    }
  });

  it('refuses broken JSON without quoting it', async () => {
    const response = await ada.call('POST', '/connectors', {
      raw: '{"api_key": "sk_live_marked',
      headers: { 'content-type': 'application/json; charset=utf-8' },
    });
    expect(await errorOf(response)).toEqual({ status: 400, code: 'bad_request' });
    expect(JSON.stringify(events)).not.toContain('sk_live_marked');
  });

  it('says which fields have the wrong shape', async () => {
    const body = { definition: 'stripe', method: '', values: { credentials: 'text', extra: {} }, userId: 'ben' };
    expect(await errorOf(await ada.call('POST', '/connectors', { body }))).toEqual({
      status: 422,
      code: 'invalid_input',
      fieldErrors: { method: { code: 'minimum' }, credentials: { code: 'type' }, userId: { code: 'invalid_input' } },
    });
  });

  it('refuses JSON that is nested deeper than 64 levels, without asking Airbyte', async () => {
    const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    const raws = (inner: string): [string, string][] => [
      ['/connectors', `{"definition":"stripe","method":"bearerAuth","values":{"credentials":{"api_key":${inner}}}}`],
      ['/attempts', `{"definition":"hubspot","method":"oauth2","values":{"environment":{"x":${inner}}}}`],
      ['/connectors/1/execute', `{"entity":"customers","action":"list","params":{"a":{"b":${inner}}}}`],
    ];
    const headers = { 'content-type': 'application/json' };
    for (const inner of [nested(100_000), nested(62)]) {
      for (const [path, raw] of raws(inner))
        expect(await errorOf(await ada.call('POST', path, { raw, headers }))).toEqual({ status: 422, code: 'invalid_input' });
    }
    const wide = `{"definition":"stripe","method":"","values":{"credentials":{"a":${nested(61)},"b":[${'{"c":1},'.repeat(10_000)}1]}}}`;
    expect(await errorOf(await ada.call('POST', '/connectors', { raw: wide, headers }))).toMatchObject({ fieldErrors: { method: { code: 'minimum' } } });
  });

  it('takes no key that names the user', async () => {
    const body = { definition: 'stripe', method: 'apiKey', values: {}, workspace_name: 'ben' };
    expect((await ada.call('POST', '/connectors', { body })).status).toBe(422);
  });

  it('takes 256 KB of body and not one byte more', async () => {
    const ofLength = (bytes: number) => `{"x":"${'a'.repeat(bytes - 8)}"}`;
    const headers = { 'content-type': 'application/json' };
    expect((await ada.call('POST', '/connectors', { raw: ofLength(256 * 1024), headers })).status).toBe(422);
    expect(await errorOf(await ada.call('POST', '/connectors', { raw: ofLength(256 * 1024 + 1), headers }))).toEqual({ status: 413, code: 'body_too_large' });
  });

  it('stops reading a body that has no end', async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(16 * 1024).fill(32));
      },
    });
    const request = new Request(`${HOST}/api/airbyte/connectors`, {
      method: 'POST',
      headers: { origin: APP, 'x-user': 'ada', 'content-type': 'application/json' },
      body: endless,
      duplex: 'half',
    } as RequestInit);
    expect((await handler(request)).status).toBe(413);
    expect(pulled).toBeLessThan(25);
  });
});

describe('who asks', () => {
  it('answers a failing authorize as a failure, not as nobody', async () => {
    const { handler: failing, events: seen } = makeHandler({ authorize: () => Promise.reject(new Error('session store is down')) });
    const response = await createBrowser(failing, 'ada').call('GET', '/definitions');
    expect(await errorOf(response)).toEqual({ status: 500, code: 'internal' });
    expect(seen.at(-1)).toMatchObject({ type: 'error', userId: null, error: { cause: { message: 'session store is down' } } });
  });

  it.each([
    ['', 500],
    ['  ', 500],
    [42, 500],
    [undefined, 401],
  ])('takes %j for no user', async (answer, status) => {
    // SAFETY: what a host without types may answer.
    const { handler: odd } = makeHandler({ authorize: () => answer as string });
    expect((await createBrowser(odd, 'ada').call('GET', '/definitions/stripe')).status).toBe(status);
  });
});
