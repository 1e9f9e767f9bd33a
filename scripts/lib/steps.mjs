// The steps of `npm test`, in order of cost. Each gives how many passed, failed and were skipped.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';
import { runVitest } from './runVitest.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const PACK_FOLDER = `${root}.cache/pack`;

const ONE = { passed: 1, failed: 0, skipped: 0 };

const command = (name, args) => async () => {
  await run(name, args);
  return ONE;
};

async function types() {
  await run('tsc', ['--noEmit', '-p', '.']);
  await run('tsc', ['-p', 'tsconfig.build.json', '--emitDeclarationOnly', 'false', '--noEmit']);
  return ONE;
}

/** The tarball as it would be published. */
async function pack() {
  rmSync(PACK_FOLDER, { recursive: true, force: true });
  mkdirSync(PACK_FOLDER, { recursive: true });
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', PACK_FOLDER, '--loglevel=error'], { quiet: true });
  return `${PACK_FOLDER}/${readdirSync(PACK_FOLDER)[0]}`;
}

async function publint() {
  await run('publint', ['run', await pack(), '--strict']);
  return ONE;
}

async function attw() {
  await run('attw', [await pack(), '--profile', 'esm-only', '--exclude-entrypoints', './styles.css', '--format', 'ascii', '--no-emoji'], { quiet: true });
  console.log('Every entry resolves with its types (profile esm-only).');
  return ONE;
}

export const CHECKS = [
  { name: 'lint', says: 'format and lint', work: command('biome', ['check', '--error-on-warnings', '.']) },
  { name: 'layers', says: 'who imports whom', work: command('node', ['scripts/layers.mjs']) },
  { name: 'types', says: 'types, and whether declarations can be written', work: types },
];

export const STEPS = [
  ...CHECKS,
  { name: 'build', says: 'the package', work: command('node', ['scripts/build.mjs']) },
  { name: 'publint', says: 'the packed tarball, by publint', work: publint },
  { name: 'attw', says: 'the types of the packed tarball', work: attw },
  { name: 'size', says: 'sizes, against their budgets', work: command('node', ['scripts/size.mjs']) },
  {
    name: 'vitest',
    says: 'tests in Node and Chromium, stories, end to end',
    work: () => runVitest({ env: { ACK_BUILT: '1', STORYBOOK_DISABLE_TELEMETRY: '1' } }),
  },
];

/**
 * Runs steps one after the other; a failed one does not stop the next.
 * @returns {Promise<{ passed: number, failed: number, skipped: number, broken: string[] }>} `broken` names the steps that failed
 */
export async function runSteps(steps) {
  const total = { passed: 0, failed: 0, skipped: 0, broken: [] };
  for (const { name, says, work } of steps) {
    const started = Date.now();
    console.log(`\n--- ${name}: ${says}`);
    const counts = await work().catch((error) => {
      console.error(error.output ?? error.message);
      return { passed: 0, failed: 1, skipped: 0 };
    });
    for (const key of ['passed', 'failed', 'skipped']) total[key] += counts[key];
    if (counts.failed > 0) total.broken.push(name);
    console.log(`--- ${name}: ${counts.failed === 0 ? 'done' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  }
  return total;
}
