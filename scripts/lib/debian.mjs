// Installs packages of the distribution where that is possible without a password: as root on Debian and its kin.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';

async function mayInstall(what) {
  if (process.env.CI === 'true' || !process.stdin.isTTY) return true;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test(await terminal.question(`The tests need ${what}. Install the Debian package with apt-get? [y/N] `));
  } finally {
    terminal.close();
  }
}

function isDebianRoot() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get') || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/**
 * Asks at a terminal, else installs at once.
 * @param {{ what: string, packages: string[] }} options `what` as people know it, `a Chromium`
 * @returns {Promise<boolean>} whether the packages are there now
 */
export async function installFromDebian({ what, packages }) {
  if (!isDebianRoot() || !(await mayInstall(what))) return false;
  console.log(`Installing ${what} with apt-get (about half a minute)...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args) => spawnSync('apt-get', ['-q', '-q', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  return run('update') && run('install', '-y', '--no-install-recommends', ...packages);
}
