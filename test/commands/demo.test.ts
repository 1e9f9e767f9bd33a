import { createServer } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { listAt, textAt } from '../sandbox/api.js';
import { type RunningScript, runScript } from './runScript.js';

const running: RunningScript[] = [];
afterEach(() => {
  for (const script of running.splice(0)) script.stop();
});

const startDemo = (env: Record<string, string> = {}) => {
  const script = runScript(['scripts/demo.mjs'], env);
  running.push(script);
  return script;
};

it('prints one URL, serves app, backend, sandbox and the consent page of another site, and stops on Ctrl-C', { timeout: 90_000 }, async () => {
  const demo = startDemo();
  const [, origin = '', sandbox = '', consent = ''] = await demo.says(/The demo is ready: (\S+)\s+Sandbox (\S+), consent page (\S+)\. Stop with Ctrl-C\.\n/);
  expect(demo.printed.err).toBe('');
  expect(new URL(origin).hostname).toBe('localhost');
  expect(new URL(consent).hostname).toBe('127.0.0.1');

  const page = await fetch(origin, { headers: { accept: 'text/html' } });
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<div id="root">')]);

  const callbackPage = await (await fetch(`${origin}/connected`, { headers: { accept: 'text/html' } })).text();
  expect(callbackPage).toContain('Finishing the sign-in');

  const definitions = `${origin}/api/airbyte/definitions`;
  const headers = { 'ack-wire': '1', accept: 'application/json' };
  expect((await fetch(definitions, { headers })).status).toBe(401);
  const session = await fetch(`${origin}/session?user=ada`, { method: 'PUT' });
  const cookie = session.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const offered = await fetch(definitions, { headers: { ...headers, cookie } });
  const names = listAt(await offered.json(), 'definitions').map((definition) => textAt(definition, 'name'));
  expect(offered.status).toBe(200);
  expect(names).toEqual(expect.arrayContaining(['HubSpot', 'Stripe', 'Zendesk Support']));

  const client = JSON.stringify({ client_id: 'sandbox-client-id', client_secret: 'sandbox-client-secret' });
  expect((await fetch(`${sandbox}/v1/applications/token`, { method: 'POST', body: client })).status).toBe(200);
  const started = await fetch(`${origin}/api/airbyte/attempts`, {
    method: 'POST',
    headers: { ...headers, cookie, origin, 'content-type': 'application/json' },
    body: JSON.stringify({ definition: 'hubspot', method: 'oauth2', values: {} }),
  });
  const consentUrl = textAt(await started.json(), 'consentUrl');
  expect(new URL(consentUrl).origin).toBe(new URL(consent).origin);
  expect(await (await fetch(consentUrl)).text()).toContain('Allow access to your HubSpot account?');

  const asked = Date.now();
  demo.child.kill('SIGINT');
  expect(await demo.ended).toBe(0);
  expect(Date.now() - asked).toBeLessThan(5_000);
  expect(demo.printed.err).toBe('');
  for (const url of [origin, sandbox, consent]) await expect(fetch(url)).rejects.toThrow();
});

it('stops on Ctrl-C while a page is open', { timeout: 90_000 }, async () => {
  const demo = startDemo();
  const [, origin = ''] = await demo.says(/The demo is ready: (\S+)/);
  const open = await fetch(`${origin}/@vite/client`);
  const asked = Date.now();
  demo.child.kill('SIGINT');
  demo.child.kill('SIGINT');
  expect(await demo.ended).toBe(0);
  expect(Date.now() - asked).toBeLessThan(5_000);
  await open.body?.cancel();
});

it('says in one sentence that its port is taken, and exits with 1', { timeout: 90_000 }, async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, 'localhost', resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const demo = startDemo({ PORT: String(port) });
  expect(await demo.ended).toBe(1);
  expect(demo.printed.err).toMatch(new RegExp(`^The demo did not start: [^\\n]*\\b${port}\\b[^\\n]*\\n$`));
  taken.close();
});

it('says in one sentence that PORT is no port', async () => {
  const demo = startDemo({ PORT: 'eighty' });
  expect(await demo.ended).toBe(1);
  expect(demo.printed).toEqual({
    out: '',
    err: 'The demo did not start: PORT is "eighty", which is no port. Use a number from 1 to 65535, or leave it out.\n',
  });
});
