// Everything that must hold, on a fresh clone: installs what is missing, runs every check and test, ends with one line of sums.
// Usage: npm test            everything
//        npm test -- --only=lint,types    some steps (lint layers types build publint attw size vitest)

import { findChromium } from './findBrowser.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runSteps, STEPS } from './lib/steps.mjs';

function chosenSteps() {
  const only = process.argv
    .find((argument) => argument.startsWith('--only='))
    ?.slice('--only='.length)
    .split(',');
  if (only === undefined) return STEPS;
  const unknown = only.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) throw new Error(`There is no step "${unknown.join(', ')}". Steps: ${STEPS.map(({ name }) => name).join(', ')}.`);
  return STEPS.filter(({ name }) => only.includes(name));
}

async function prepare(steps) {
  await ensureInstalled();
  if (!steps.some(({ name }) => name === 'vitest')) return;
  process.env.CHROMIUM_PATH = await findChromium();
  console.log(`Browser: ${process.env.CHROMIUM_PATH}`);
}

process.once('SIGINT', () => console.error('\nStopped.'));

try {
  const steps = chosenSteps();
  console.log(`Running ${steps.map(({ name }) => name).join(', ')}.`);
  await prepare(steps);
  const { passed, failed, skipped, broken } = await runSteps(steps);
  if (broken.length > 0)
    console.error(`\nWhat failed: ${broken.join(', ')}. Its output stands above; run it alone with "npm test -- --only=${broken.join(',')}".`);
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  console.error(`npm test could not start: ${error.message}`);
  console.log('0 passed, 1 failed, 0 skipped');
  process.exitCode = 1;
}
