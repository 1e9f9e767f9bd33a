// Finds a Chromium: the variable CHROMIUM_PATH, else an installed one.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Flags under which Chromium runs without a display, as root, and without talking to its maker. */
export const CHROMIUM_ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** The path of a Chromium that answers `--version`. */
export async function findChromium() {
  for (const path of [process.env.CHROMIUM_PATH, ...INSTALLED]) {
    if (path && existsSync(path) && execFileSync(path, ['--version', '--no-sandbox'], { encoding: 'utf8' })) return path;
  }
  throw new Error('No Chromium was found. Install one, or set CHROMIUM_PATH to its executable.');
}
