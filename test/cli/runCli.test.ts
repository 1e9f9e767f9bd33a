import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli/index.js';
import { CLIENT, textAt } from '../sandbox/api.js';
import { freePort } from '../setup/freePort.js';
import { terminal } from './terminal.js';

describe('airbyte-connect-kit sandbox', () => {
  it('prints one line with its URL when it is ready, answers, and stops cleanly', async () => {
    const { world, printed, stop, isReady } = terminal();
    const code = runCli(['sandbox'], world);
    await isReady;
    expect(printed.out).toMatch(/^Sandbox ready at http:\/\/localhost:\d+ \(consent page at http:\/\/127\.0\.0\.1:\d+\)\n$/);
    const url = /http:\/\/localhost:\d+/.exec(printed.out)?.[0] ?? '';
    const body = JSON.stringify({ client_id: 'sandbox-client-id', client_secret: 'sandbox-client-secret' });
    expect((await fetch(`${url}/v1/applications/token`, { method: 'POST', body })).status).toBe(200);
    await fetch(`${url}/nothing`);
    expect(printed.err).toBe('GET /nothing is not in the contract.\n');
    stop();
    expect(await code).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });

  it('takes the ports that it is given', async () => {
    const [port, consentPort] = [await freePort(), await freePort()];
    const { world, printed, stop, isReady } = terminal();
    const code = runCli(['sandbox', '--port', String(port), `--consent-port=${consentPort}`], world);
    await isReady;
    expect(printed.out).toContain(`localhost:${port} (consent page at http://127.0.0.1:${consentPort})`);
    stop();
    expect(await code).toBe(0);
  });

  it('enables nothing with --strict', async () => {
    const { world, printed, stop, isReady } = terminal();
    const code = runCli(['sandbox', '--strict'], world);
    await isReady;
    const url = /http:\/\/localhost:\d+/.exec(printed.out)?.[0];
    const headers = { 'content-type': 'application/json' };
    const token = await (await fetch(`${url}/v1/applications/token`, { method: 'POST', headers, body: JSON.stringify(CLIENT) })).json();
    const authorization = `Bearer ${textAt(token, 'access_token')}`;
    const templates = await fetch(`${url}/api/v1/integrations/templates/sources`, { headers: { authorization } });
    expect(await templates.json()).toEqual({ data: [] });
    stop();
    expect(await code).toBe(0);
  });

  it('says which port is in use', async () => {
    const server = createServer();
    const port = await listen(server);
    const { world, printed } = terminal();
    expect(await runCli(['sandbox', '--port', String(port)], world)).toBe(1);
    expect(printed.err).toBe(`The sandbox did not start: port ${port} is in use.\n`);
    server.close();
  });
});

describe('wrong arguments', () => {
  it.each([
    [['fly'], 'There is no command "fly". There are doctor, enable, oauth-app, sandbox; --help tells more.\n'],
    [['sandbox', '--port', 'abc'], '--port takes a port, a number from 0 to 65535, not "abc".\n'],
    [['sandbox', '--consent-port', '70000'], '--consent-port takes a port, a number from 0 to 65535, not "70000".\n'],
    [['sandbox', '--port', '4000', '--consent-port', '4000'], 'The API and the consent page need two different ports.\n'],
    [['sandbox', '--prot', '1'], "Unknown option '--prot'. --help tells what there is.\n"],
    [['enable'], 'enable takes one name: airbyte-connect-kit enable hubspot\n'],
    [['enable', 'hubspot', 'stripe'], 'enable takes one name: airbyte-connect-kit enable hubspot\n'],
    [['enable', 'hubspot', '--generation', 'next'], '--generation takes "current" or "seed", not "next".\n'],
    [['doctor', '--airbyte-url', 'http://a.example'], '--airbyte-url takes an https address (or http on this machine), not "http://a.example".\n'],
    [['doctor', 'hubspot'], 'doctor takes options only. --help tells what there is.\n'],
    [['oauth-app', 'hubspot'], 'oauth-app takes set, show or remove, and a name: airbyte-connect-kit oauth-app set hubspot\n'],
    [['oauth-app', 'constructor', 'hubspot'], 'oauth-app takes set, show or remove, and a name: airbyte-connect-kit oauth-app set hubspot\n'],
    [['sandbox', 'now'], "Unexpected argument 'now'. --help tells what there is.\n"],
  ])('are one sentence and exit code 2: %j', async (args, sentence) => {
    const { world, printed } = terminal();
    expect(await runCli(args, world)).toBe(2);
    expect(printed).toEqual({ out: '', err: sentence });
  });

  it('print the help when there are none, and for --help', async () => {
    for (const [args, code] of [
      [[], 2],
      [['--help'], 0],
      [['sandbox', '--help'], 0],
    ] as const) {
      const { world, printed } = terminal();
      expect(await runCli(args, world)).toBe(code);
      expect(printed.out).toContain('Usage: airbyte-connect-kit <command>');
    }
  });
});

async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
