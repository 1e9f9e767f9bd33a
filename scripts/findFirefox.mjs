// Finds a Firefox for the wide tier: the variable FIREFOX_PATH, an installed one, Debian's package (as root).
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installFromDebian } from './lib/debian.mjs';

const INSTALLED = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

function answers(path) {
  if (!path || !existsSync(path)) return false;
  try {
    return /Firefox/.test(execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 20_000 }));
  } catch {
    return false; // it does not start here: look further
  }
}

/**
 * The path of a Firefox that answers `--version`, or null: its tests are then skipped by name.
 * @param {{ install?: boolean }} [options] `install: false` only looks. Default true.
 * @returns {Promise<string | null>}
 * @throws when FIREFOX_PATH names something else
 */
export async function findFirefox({ install = true } = {}) {
  const chosen = process.env.FIREFOX_PATH;
  if (chosen && !answers(chosen)) throw new Error(`FIREFOX_PATH is set to "${chosen}", which is not a Firefox that starts: mend or unset it.`);
  const present = chosen || INSTALLED.find(answers);
  if (present || !install) return present ?? null;
  return (await installFromDebian({ what: 'a Firefox', packages: ['firefox-esr'] })) ? (INSTALLED.find(answers) ?? null) : null;
}
