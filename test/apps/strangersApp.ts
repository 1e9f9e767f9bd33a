import { execFile, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { vi } from 'vitest';
import { ensureBuilt, root } from '../package/packed.js';

const run = promisify(execFile);
/** As in a stranger's terminal, where no test runs. */
const env = { ...process.env, NODE_ENV: undefined, NEXT_TELEMETRY_DISABLED: '1' };

/** Whether the registry answers: an app can not be installed without it, so its tests are skipped by name. */
export const isOnline = await run('npm', ['view', 'react', 'version', '--fetch-retries=0', '--fetch-timeout=10000']).then(
  () => true,
  () => false,
);

export interface StrangersApp {
  folder: string;
  /** Runs a command of the app's own packages to its end. */
  npx(...args: string[]): Promise<void>;
  /** Starts one, or `node`, with more in its environment, and waits until the address answers. The function ends it. */
  start(address: string, args: string[], more?: Record<string, string>): Promise<() => void>;
  remove(): Promise<void>;
}

/** A copy of a fixture in a folder of its own, with the packed tarball and everything that it names installed from the registry. */
export async function installApp(fixture: string, files: readonly { file: string; code: string }[] = []): Promise<StrangersApp> {
  await ensureBuilt();
  const folder = await mkdtemp(join(tmpdir(), `ack-${fixture}-`));
  await cp(fileURLToPath(new URL(`fixtures/${fixture}`, import.meta.url)), folder, { recursive: true });
  for (const { file, code } of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), code);
  }
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder, '--loglevel=error'], { cwd: root, env });
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz')) ?? '';
  await rename(join(folder, tarball), join(folder, 'kit.tgz'));
  await run('npm', ['install', './kit.tgz', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, env, maxBuffer: 1e8 });
  const command = ([name = '', ...args]: string[]) => [name === 'node' ? process.execPath : join(folder, 'node_modules/.bin', name), args] as const;
  const start: StrangersApp['start'] = async (address, args, more) => {
    const server = spawn(...command(args), { cwd: folder, env: { ...env, ...more }, stdio: 'ignore', detached: true });
    const stop = () => void process.kill(-(server.pid ?? 0), 'SIGTERM'); // with what it has started
    try {
      await vi.waitFor(() => fetch(address), { timeout: 60_000, interval: 200 });
    } catch (error) {
      if (server.exitCode === null) stop();
      throw error;
    }
    return stop;
  };
  return {
    folder,
    start,
    npx: async (...args) => void (await run(...command(args), { cwd: folder, env, maxBuffer: 1e8 })),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
