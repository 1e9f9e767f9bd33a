import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { serveSandbox } from '../../src/cli/index.js';
import type { Sandbox } from '../../src/sandbox/index.js';
import { SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET } from '../../src/sandbox/index.js';
import { runScript } from '../commands/runScript.js';
import { freePort } from '../setup/freePort.js';
import { bundleSnippet } from './bundleSnippet.js';

export interface RunningBackend {
  origin: string;
  sandbox: Sandbox;
  stop(): Promise<void>;
}

/** Runs a backend of the README as a process of its own, over a sandbox. Resolves when it answers. */
export async function startSnippet(file: string): Promise<RunningBackend> {
  const module = await bundleSnippet(file);
  const served = await serveSandbox();
  const port = await freePort();
  const script = runScript(['--import', fileURLToPath(new URL('airbyteHere.mjs', import.meta.url)), module], {
    AIRBYTE_CLIENT_ID: SANDBOX_CLIENT_ID,
    AIRBYTE_CLIENT_SECRET: SANDBOX_CLIENT_SECRET,
    SANDBOX_URL: served.url,
    PORT: String(port),
  });
  const origin = `http://localhost:${port}`;
  const stop = async () => {
    script.stop();
    await Promise.all([script.ended, served.close()]);
  };
  try {
    const isUp = fetch(origin);
    await isUp.catch(() => vi.waitFor(() => fetch(origin), { timeout: 15_000, interval: 50 }));
  } catch {
    await stop();
    throw new Error(`${file} did not listen on its port. It said: ${script.printed.out}${script.printed.err}`);
  }
  return { origin, sandbox: served.sandbox, stop };
}
