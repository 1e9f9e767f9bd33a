import { describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli/index.js';
import { createSandbox, type Fault, SANDBOX_CLIENT_ID, status } from '../../src/sandbox/index.js';
import { CREDENTIALS, terminal } from './terminal.js';

function setUp(options: { strict?: boolean; faults?: Fault[]; env?: Record<string, string>; typed?: string[] } = {}) {
  const { env = {}, typed = [], ...sandboxOptions } = options;
  const sandbox = createSandbox(sandboxOptions);
  const run = async (...args: string[]) => {
    const { world, printed, asked } = terminal({ env: { ...CREDENTIALS, ...env }, fetch: sandbox.fetch, typed });
    const code = await runCli(args, world);
    expect(sandbox.unknownCalls).toEqual([]);
    return { code, asked, ...printed };
  };
  const bodies = (operationId: string) => sandbox.requests.filter((request) => request.operationId === operationId).map(({ body }) => body);
  return { sandbox, run, bodies };
}

describe('enable', () => {
  it.each(['HubSpot', 'hubspot', ' HUBSPOT ', '36c891d9-4bd9-43ac-bad2-10e12756272c'])('makes the organization’s own template of %j, once', async (name) => {
    const { run, bodies } = setUp({ strict: true });
    expect(await run('enable', name)).toMatchObject({ code: 0, out: 'HubSpot is enabled.\n', err: '' });
    expect(await run('enable', name)).toMatchObject({ code: 0, out: 'HubSpot is enabled already.\n', err: '' });
    expect(bodies('createSourceTemplate')).toEqual([{ original_source_template_id: expect.stringMatching(/^[0-9a-f-]{36}$/) }]);
  });

  it('takes names of several words as slugs, and answers JSON', async () => {
    const { run } = setUp({ strict: true });
    const { code, out } = await run('enable', 'zendesk-support', '--json');
    expect([code, JSON.parse(out)]).toEqual([0, { ok: true, done: 'enabled', definition: expect.any(String), name: 'Zendesk Support' }]);
  });

  it('asks older servers by their parameter', async () => {
    const { run } = setUp({ strict: true, faults: [status(404, { match: { operationId: 'listGlobalSourceTemplates' } })] });
    expect(await run('enable', 'hubspot')).toMatchObject({ code: 0, out: 'HubSpot is enabled.\n' });
  });

  it('says that there is none of the name', async () => {
    const { run } = setUp();
    expect(await run('enable', 'nothing')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^Airbyte has no source template named "nothing"\.\n {2}-> /),
    });
    const { out } = await run('enable', 'nothing', '--json');
    expect(JSON.parse(out)).toMatchObject({ ok: false, code: 'definition_not_found' });
  });

  it('names the organization to Airbyte', async () => {
    const { run, sandbox } = setUp();
    await run('enable', 'hubspot', '--organization', '11111111-2222-4333-8444-555555555555');
    expect(sandbox.requests.at(-1)?.headers['x-organization-id']).toBe('11111111-2222-4333-8444-555555555555');
  });
});

describe('oauth-app', () => {
  const APP = { client_id: 'app-id-marked', client_secret: 'app-secret-marked' };

  it('shows which values are needed, and their variables', async () => {
    const { run } = setUp();
    expect((await run('oauth-app', 'show', 'hubspot')).out).toBe(
      'An OAuth app of hubspot needs:\n  OAUTH_CLIENT_ID  Client ID\n  OAUTH_CLIENT_SECRET  Client secret\nAirbyte never shows what is stored.\n',
    );
    expect(JSON.parse((await run('oauth-app', 'show', 'HubSpot', '--json')).out)).toMatchObject({
      ok: true,
      definition: 'hubspot',
      fields: [{ name: 'client_id', variable: 'OAUTH_CLIENT_ID', required: true }, { name: 'client_secret' }],
    });
  });

  it('sets what the environment holds, asks for the rest, and prints none of it', async () => {
    const { run, bodies } = setUp({ env: { OAUTH_CLIENT_ID: APP.client_id }, typed: [APP.client_secret] });
    const { code, out, err, asked } = await run('oauth-app', 'set', 'hubspot');
    expect([code, asked]).toEqual([0, ['Client secret']]);
    expect(bodies('putOAuthCredentials')).toMatchObject([{ configuration: APP }]);
    expect(out + err).toBe('Sign-ins of hubspot go through your own OAuth app now.\n');
  });

  it('sets nothing where a value is missing', async () => {
    const { run, bodies } = setUp({ env: { OAUTH_CLIENT_ID: APP.client_id } });
    const { code, err } = await run('oauth-app', 'set', 'hubspot');
    expect([code, err]).toEqual([2, 'Client secret is missing: set OAUTH_CLIENT_SECRET in the environment, or run it at a terminal that can ask for it.\n']);
    expect(bodies('putOAuthCredentials')).toEqual([]);
  });

  it('removes it, also when there is none', async () => {
    const { run, sandbox } = setUp();
    for (const _ of [1, 2]) expect(await run('oauth-app', 'remove', 'Zendesk Support')).toMatchObject({ code: 0, err: '' });
    expect(sandbox.requests.filter(({ method }) => method === 'DELETE')).toHaveLength(2);
  });

  it('says why it can not', async () => {
    const { run } = setUp();
    expect(await run('oauth-app', 'show', 'stripe')).toMatchObject({ code: 1, err: expect.stringContaining('Nothing is to be set') });
    expect(JSON.parse((await run('oauth-app', 'set', 'nothing', '--json')).out)).toMatchObject({ ok: false, code: 'definition_not_found' });
  });

  it('names the credentials to Airbyte’s token call alone', async () => {
    const { run, sandbox } = setUp();
    await run('oauth-app', 'show', 'hubspot');
    const [token, ...others] = sandbox.requests;
    expect(token?.body).toMatchObject({ client_id: SANDBOX_CLIENT_ID });
    expect(JSON.stringify(others)).not.toContain('sandbox-client');
  });
});
