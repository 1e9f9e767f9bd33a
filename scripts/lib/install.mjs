import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Versions by place; what another platform needs is left out where it was not installed. */
function packagesOf(file) {
  return JSON.parse(readFileSync(`${root}${file}`, 'utf8')).packages;
}

function isInstalled() {
  if (!existsSync(`${root}node_modules/.package-lock.json`)) return false;
  const installed = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).every(([place, { version, optional }]) => {
    if (place === '') return true;
    return installed[place] === undefined ? optional === true : installed[place].version === version;
  });
}

/** Runs `npm ci` when what is installed is not what the lockfile names. Uses nothing but Node itself. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  console.log('Installing packages (npm ci)...');
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}
