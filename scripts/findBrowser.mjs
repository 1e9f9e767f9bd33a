// Finds a Chromium for the tests, the screenshots and the demo's checks. In this order: the variable CHROMIUM_PATH, an installed one,
// Debian's package (as root), the npm package @sparticuz/chromium, Playwright's own download.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installFromDebian } from './lib/debian.mjs';

/** Flags under which Chromium runs without a display, as root, and without talking to its maker. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Whether the file is a Chromium that starts. Its stderr is not shown: distributions wrap it in scripts that chatter. */
function answers(path) {
  if (!path || !existsSync(path)) return false;
  try {
    const version = execFileSync(path, ['--version', '--no-sandbox'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 20_000 });
    return /Chrom(e|ium)/.test(version);
  } catch {
    return false; // it does not start here: look further
  }
}

function installed() {
  return INSTALLED.find(answers) ?? null;
}

async function fromDebian() {
  return (await installFromDebian({ what: 'a Chromium', packages: ['chromium', 'fonts-liberation'] })) ? installed() : null;
}

async function fromNpm() {
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const path = await chromium.executablePath();
    return answers(path) ? path : null;
  } catch {
    return null; // not installed, or not made for this machine
  }
}

async function playwrightPath() {
  try {
    const { chromium } = await import('playwright');
    return answers(chromium.executablePath()) ? chromium.executablePath() : null;
  } catch {
    return null; // playwright is not installed yet
  }
}

async function fromPlaywright() {
  console.log('Downloading Chromium with Playwright...');
  const { status } = spawnSync('npx', ['--no-install', 'playwright', 'install', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'] });
  return status === 0 ? playwrightPath() : null;
}

function chosen() {
  const path = process.env.CHROMIUM_PATH;
  if (!path) return null;
  if (answers(path)) return path;
  throw new Error(`CHROMIUM_PATH is set to "${path}", which is not a Chromium that starts: mend or unset it.`);
}

/**
 * The path of a Chromium that answers `--version`.
 * @param {{ install?: boolean }} [options] `install: false` only looks, and never installs or asks. Default true.
 * @returns {Promise<string>}
 * @throws when there is none, with one sentence that says what to do.
 */
export async function findChromium({ install = true } = {}) {
  const present = chosen() ?? installed() ?? (await playwrightPath());
  const found = present ?? (install ? ((await fromDebian()) ?? (await fromNpm()) ?? (await fromPlaywright())) : await fromNpm());
  if (found !== null) return found;
  throw new Error('No Chromium was found and none could be installed: install one, or set CHROMIUM_PATH to its executable.');
}
