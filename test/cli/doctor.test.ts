import { describe, expect, it } from 'vitest';
import { status } from '../../src/sandbox/index.js';
import { type DoctorWorldOptions, doctorWorld, SITE } from './doctorWorld.js';
import { CREDENTIALS } from './terminal.js';

const CALLBACK = `${SITE}/connected`;
const HANDLER = `${SITE}/api/airbyte`;
const PAGE = `${SITE}/connections`;
const PAGES = { '/connected': {}, '/connections': {} };
const ARGS = ['--callback-url', CALLBACK, '--handler', HANDLER, '--page', PAGE, '--definition', 'HubSpot'];

interface Found {
  check: string;
  level: string;
  says: string;
  cure?: string;
}

async function findings(options: DoctorWorldOptions, args: string[] = ARGS): Promise<{ code: number; found: Found[] }> {
  const { run, sandbox } = doctorWorld({ pages: PAGES, ...options });
  const { code, out, err } = await run(...args, '--json');
  expect(err).toBe('');
  expect(sandbox.unknownCalls).toEqual([]);
  // It reads: no workspace is made, and nothing is created.
  expect(sandbox.requests.filter(({ method, path }) => method !== 'GET' && !/\/token$/.test(path))).toEqual([]);
  const { ok, findings: found } = JSON.parse(out) as { ok: boolean; findings: Found[] }; // SAFETY: anything else fails what a test expects of it.
  expect(ok).toBe(code === 0);
  for (const { level, cure } of found) expect(cure !== undefined).toBe(level === 'warning' || level === 'error');
  return { code, found };
}

const page = (headers: Record<string, string>): DoctorWorldOptions => ({ pages: { ...PAGES, '/connections': { headers } } });
const csp = (policy: string) => page({ 'content-security-policy': policy });
const noTokens = status(404, { match: { operationId: 'createAgentAccessToken' } });
const organizations = (list: object[]): typeof fetch => {
  const { sandbox } = doctorWorld();
  return async (input, init) => (String(input).endsWith('/v1/embedded/organizations') ? Response.json({ organizations: list }) : sandbox.fetch(input, init));
};
const A = { organizationId: 'aaaaaaaa-2222-4333-8444-555555555555', organizationName: 'A' };
const B = { organizationId: 'bbbbbbbb-2222-4333-8444-555555555555' };

describe('doctor', () => {
  it('finds nothing wrong where nothing is', async () => {
    const { code, found } = await findings({});
    expect(found.map(({ check, level }) => `${check} ${level}`)).toEqual([
      'credentials ok',
      'organization ok',
      'definitions ok',
      'tenants ok',
      'clock ok',
      'callback ok',
      'handler ok',
      'page ok',
    ]);
    expect(code).toBe(0);
  });

  it.each([[], ['--generation', 'seed']])('says where Airbyte lists the connectors of all for a user whom nobody knows (%s)', async (...args) => {
    const { sandbox } = doctorWorld();
    const asked: URL[] = [];
    const airbyte: typeof fetch = async (input, init) => {
      const url = new URL(String(input));
      if (!url.pathname.endsWith('/integrations/connectors')) return sandbox.fetch(input, init);
      asked.push(url);
      return Response.json({ data: [{ id: 'c1' }, { id: 'c2' }] });
    };
    const { code, found } = await findings({ airbyte }, [...ARGS, ...args]);
    expect(found).toContainEqual(expect.objectContaining({ check: 'tenants', level: 'error', says: expect.stringContaining('lists 2 connectors') }));
    expect(code).toBe(1);
    expect(asked.map(({ searchParams }) => [...searchParams.keys()])).toEqual([[args.length === 0 ? 'workspace_name' : 'external_user_id']]);
  });

  it('knows a connector of the catalogue by its id, however Airbyte calls it, and asks to enable one that no list has', async () => {
    const { sandbox } = doctorWorld();
    const data = [{ id: 'tpl_1', name: 'Payments by Stripe', actor_definition_id: 'e094cb9a-26de-4645-8761-65c0c425d1de' }];
    const airbyte: typeof fetch = async (input, init) =>
      /\/templates\/sources(\/global)?$/.test(new URL(String(input)).pathname) ? Response.json({ data }) : sandbox.fetch(input, init);
    const said = async (name: string) => (await findings({ airbyte }, ['--definition', name])).found.find(({ check }) => check === 'definitions');
    expect(await said('stripe')).toMatchObject({ level: 'ok' });
    expect(await said('hubspot')).toMatchObject({ says: expect.stringContaining('hubspot is not enabled') });
  });

  it('says that it could not look where the list fails', async () => {
    const { code, found } = await findings({ faults: [status(403, { match: { operationId: 'listConnectors' } })] });
    expect(found).toContainEqual(expect.objectContaining({ check: 'tenants', level: 'warning' }));
    expect(code).toBe(0);
  });

  it('says what it could not look at, in sentences', async () => {
    const { run } = doctorWorld({ ahead: 30_000 });
    const { code, out, err } = await run();
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^ok {6}credentials: Airbyte takes the client id and secret\.\n/);
    expect(out).toContain('warning clock: This machine’s clock is 30 s ahead of Airbyte’s.\n        -> Let the machine keep time by NTP.\n');
    expect(out).toContain('skipped callback: Not looked at: pass --callback-url.\n');
    expect(out).toContain('skipped handler: Not looked at: pass --handler.\n');
  });

  it('prints no secret', async () => {
    const { run } = doctorWorld({ env: { AIRBYTE_CLIENT_ID: 'id-marked', AIRBYTE_CLIENT_SECRET: 'secret-marked' } });
    for (const args of [[], ['--json']]) expect((await run(...args)).out).not.toContain('marked');
  });

  const ERRORS: [string, string, DoctorWorldOptions, string[]?][] = [
    ['credentials There is no client id', 'AIRBYTE_CLIENT_ID', { env: {} }],
    ['credentials Airbyte answered 401', 'AIRBYTE_CLIENT_SECRET', { env: { ...CREDENTIALS, AIRBYTE_CLIENT_SECRET: 'other' } }],
    [
      'credentials POST /api/v1/account/applications/token did not reach Airbyte',
      'reaches Airbyte',
      { airbyte: () => Promise.reject(new TypeError('fetch failed')) },
    ],
    ['generation Airbyte gives no token in the way of the generation "current", and one in the way of "seed"', "generation: 'seed'", { faults: [noTokens] }],
    ['organization No organization', 'Ask Airbyte', { airbyte: organizations([]) }],
    ['organization 11111111', 'A (aaaaaaaa', { airbyte: organizations([A, B]) }, ['--organization', '11111111-2222-4333-8444-555555555555']],
    ['definitions hubspot is not enabled', 'npx airbyte-connect-kit enable "hubspot"', { sandbox: { strict: true } }, ['--definition', 'hubspot']],
    ['definitions Airbyte has no source template named "Hubsport"', 'Did you mean "hubspot"?', {}, ['--definition', 'Hubsport']],
    ['definitions Airbyte has no source template named "made-up-service"', 'Check the name', {}, ['--definition', 'made-up-service']],
    [
      'definitions 7b0d2a51-9a54-4b6e-a3a8-0f6f6c1c1a11 is not enabled',
      'enable "7b0d2a51-9a54-4b6e-a3a8-0f6f6c1c1a11"',
      {},
      ['--definition', '7b0d2a51-9a54-4b6e-a3a8-0f6f6c1c1a11'],
    ],
    [
      'definitions hubsport is not enabled',
      'enable "hubsport"',
      { faults: [status(403, { match: { operationId: 'listGlobalSourceTemplates' } })] },
      ['--definition', 'hubsport'],
    ],
    ['definitions What is enabled could not be read', 'administers', { faults: [status(403, { match: { operationId: 'listSourceTemplates' } })] }],
    ['clock This machine’s clock is 90 s ahead', 'NTP', { ahead: 90_000 }],
    ['callback http://app.example.com/connected is not an https', 'Use https', {}, ['--callback-url', 'http://app.example.com/connected']],
    [
      'callback https://app.example.com, the callback’s origin, is not among',
      'Add https://app.example.com',
      {},
      ['--callback-url', CALLBACK, '--allowed-origin', 'https://www.example.com'],
    ],
    ['callback https://app.example.com/connected does not answer', 'Deploy', { pages: {} }, ['--callback-url', CALLBACK]],
    ['callback https://app.example.com/connected answers 404', 'OAuthCallbackPage', { pages: { '/connected': { status: 404 } } }, ['--callback-url', CALLBACK]],
    ['handler https://app.example.com/x answers 200, and not as', 'basePath', { pages: { '/x/connectors': {} } }, ['--handler', `${SITE}/x`]],
    ['handler localhost:3000/api/airbyte has no scheme', 'such as https://', {}, ['--handler', 'localhost:3000/api/airbyte', '--page', 'localhost:5173']],
    ['handler /api/airbyte is not an absolute address', 'such as https://', {}, ['--handler', '/api/airbyte']],
    ['page app.example.com has no scheme', 'with https', {}, ['--page', 'app.example.com']],
    ['handler https://nowhere.example does not answer', 'Start', {}, ['--handler', 'https://nowhere.example']],
    ['handler The handler answers 500: its options are wrong', 'log', { handler: { clientSecret: undefined } }],
    ['handler The handler gives connectors to somebody', 'authorize', { handler: { authorize: () => 'everybody' } }],
    ['handler The handler answers 500.', 'onEvent', { handler: { authorize: () => Promise.reject(new Error('down')) } }],
    [
      'handler The handler refuses pages of https://www.example.com',
      'Add https://www.example.com',
      {},
      ['--handler', HANDLER, '--page', 'https://www.example.com/a'],
    ],
    ['page https://app.example.com/gone does not answer', 'DNS', {}, ['--page', `${SITE}/gone`]],
    [
      'page The Content-Security-Policy of https://app.example.com/connections stops requests to the handler',
      "Add 'self' to connect-src",
      csp("default-src 'none'; style-src 'self'; script-src 'self'"),
    ],
    ['page The Content-Security-Policy of https://app.example.com/connections stops the stylesheet', 'style-src', csp("default-src 'self'; style-src 'none'")],
    [
      'page The Content-Security-Policy of https://app.example.com/connections stops scripts',
      'script-src',
      csp("default-src 'self'; script-src 'unsafe-eval'"),
    ],
    [
      'page The Content-Security-Policy of https://app.example.com/connections stops requests',
      'Add https://api.example.com to connect-src',
      csp("default-src 'self'"),
      ['--page', PAGE, '--handler', 'https://api.example.com/airbyte'],
    ],
    [
      'page The Content-Security-Policy of https://app.example.com/connections stops requests',
      "'self'",
      csp("default-src 'self', connect-src https://other.example"),
    ],
    ['page The Content-Security-Policy of https://app.example.com/connections is a sandbox', 'allow-popups', csp('sandbox allow-scripts allow-same-origin')],
  ];

  it.each(ERRORS)('finds: %s', async (says, cure, options, args) => {
    const { code, found } = await findings(options, args);
    const errors = found.filter(({ level }) => level === 'error').map((finding) => ({ says: `${finding.check} ${finding.says}`, cure: finding.cure }));
    expect(errors).toContainEqual({ says: expect.stringContaining(says), cure: expect.stringContaining(cure) });
    expect(code).toBe(1);
  });

  const WARNINGS: [string, string, DoctorWorldOptions, string[]?][] = [
    ['clock This machine’s clock is 90 s behind', 'NTP', { ahead: -90_000 }],
    ['organization The application belongs to several', 'A (aaaaaaaa-2222-4333-8444-555555555555), bbbbbbbb', { airbyte: organizations([A, B]) }],
    [
      'organization The list of organizations could not be read',
      'table of codes',
      { faults: [status(404, { match: { operationId: 'listEmbeddedOrganizations' } })] },
    ],
    ['definitions No definition is enabled', 'enable <name>', { sandbox: { strict: true } }, []],
    [
      'callback https://app.example.com/connected redirects to /login',
      'not signed in',
      { pages: { '/connected': { status: 302, headers: { location: '/login' } } } },
      ['--callback-url', CALLBACK],
    ],
    [
      'page https://app.example.com/connections sends Cross-Origin-Opener-Policy: same-origin',
      'same-origin-allow-popups',
      page({ 'cross-origin-opener-policy': 'same-origin; report-to="x"' }),
    ],
  ];

  it.each(WARNINGS)('warns, and ends well: %s', async (says, cure, options, args) => {
    const { code, found } = await findings(options, args);
    const [warning, ...others] = found.filter(({ level }) => level === 'warning');
    expect([others, `${warning?.check} ${warning?.says}`, warning?.cure]).toEqual([[], expect.stringContaining(says), expect.stringContaining(cure)]);
    expect(code).toBe(0);
  });

  it.each([
    ['a nonce', csp("default-src 'self'; script-src 'nonce-abc'")],
    ['a host with a wildcard', csp('default-src https://*.example.com; connect-src https://app.example.com:443/api/')],
    ['a scheme', csp('default-src https:')],
    ['allow-popups', csp('sandbox allow-scripts allow-popups')],
    ['a policy that is only reported', page({ 'content-security-policy-report-only': "default-src 'none'" })],
    ['same-origin-allow-popups', page({ 'cross-origin-opener-policy': 'same-origin-allow-popups' })],
  ])('has nothing against %s', async (_, options) => {
    const { found } = await findings(options);
    expect(found.filter(({ check }) => check === 'page')).toMatchObject([{ level: 'ok' }]);
  });

  it('takes the handler’s own callback, which refuses to be opened by hand', async () => {
    const { found } = await findings({}, ['--callback-url', `${HANDLER}/callback`]);
    expect(found).toContainEqual({ check: 'callback', level: 'ok', says: 'The handler’s own callback answers.' });
  });

  it.each([
    ['http://localhost:5173/connected', 'http://127.0.0.1:3000/api/airbyte', ['callback warning The callback is on localhost and the handler on 127.0.0.1']],
    ['http://localhost:5173/connected', 'http://localhost:3000/api/airbyte', []],
    ['https://app.example.com/connected', 'http://127.0.0.1:3000/api/airbyte', []],
  ])('warns of one machine by two names: %s and %s', async (callback, handler, warnings) => {
    const { found } = await findings({}, ['--callback-url', callback, '--handler', handler]);
    const said = found.filter(({ level }) => level === 'warning').map(({ check, level, says }) => `${check} ${level} ${says}`);
    expect(said).toEqual(warnings.map((text) => expect.stringContaining(text)));
  });

  it('asks on in the way of the generation that works', async () => {
    const { found } = await findings({ faults: [noTokens] });
    expect(found.filter(({ level }) => level === 'error')).toMatchObject([{ check: 'generation' }]);
    expect(found).toContainEqual(expect.objectContaining({ check: 'definitions', level: 'ok' }));
  });
});
