import { afterEach, beforeAll, expect, it } from 'vitest';
import { ensureBuilt } from '../package/packed.js';
import { CLIENT } from '../sandbox/api.js';
import { type RunningScript, runScript } from './runScript.js';

const running: RunningScript[] = [];
beforeAll(ensureBuilt, 120_000);
afterEach(() => {
  for (const script of running.splice(0)) script.stop();
});

it('prints one line with its URL when it is ready, answers, and stops on Ctrl-C', { timeout: 30_000 }, async () => {
  const sandbox = runScript(['dist/cli.js', 'sandbox']);
  running.push(sandbox);
  const [line, url = ''] = await sandbox.says(/^Sandbox ready at (\S+) .*\n/);
  const answer = await fetch(`${url}/api/v1/account/applications/token`, { method: 'POST', body: JSON.stringify(CLIENT) });
  expect(answer.status).toBe(200);
  sandbox.child.kill('SIGINT');
  expect(await sandbox.ended).toBe(0);
  expect(sandbox.printed).toEqual({ out: line, err: '' });
  await expect(fetch(url)).rejects.toThrow();
});
