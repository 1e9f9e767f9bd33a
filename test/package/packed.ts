import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const root = fileURLToPath(new URL('../../', import.meta.url));

const run = promisify(execFile);

const newest = (folder: string): number =>
  Math.max(...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => statSync(join(folder, name)).mtimeMs));

/** Builds dist/ unless it is up to date. `npm test` has built it before, and says so by ACK_BUILT. */
export async function ensureBuilt(): Promise<void> {
  if (process.env.ACK_BUILT === '1') return;
  const built = join(root, 'dist/styles.css');
  if (existsSync(built) && statSync(built).mtimeMs > newest(join(root, 'src'))) return;
  await run(process.execPath, [join(root, 'scripts/build.mjs')]);
}

/**
 * A folder of a stranger who installed the packed tarball: its files, and beside it the packages that it names as dependencies, and those
 * of `more`. Nothing is downloaded.
 */
export async function installPacked({ more = [] }: { more?: string[] } = {}): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'ack-packed-'));
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder, '--loglevel=error'], { cwd: root });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  const target = join(folder, 'node_modules/airbyte-connect-kit');
  mkdirSync(target, { recursive: true });
  await run('tar', ['-xzf', join(folder, tarball), '--strip-components=1', '-C', target]);
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'));
  for (const name of [...Object.keys(dependencies), ...more]) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link);
  }
  return folder;
}

/** Runs a line of JavaScript under plain Node in a folder, and gives what it printed. */
export async function runIn(folder: string, code: string): Promise<string> {
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code], { cwd: folder });
  return stdout.trim();
}
