// The form beside rjsf with its Ajv validator, in one run in Chromium, on production builds: compile and first render of a median, a large and
// the largest real schema, keystroke to paint in the largest, and bytes. Ends with code 1 when a gate fails.
// Usage: npm run bench:form
import { fileURLToPath } from 'node:url';
import { drive } from './bench/drive.mjs';
import { benchSchemas } from './bench/schemas.mjs';
import { bundle, gzipped } from './lib/bundle.mjs';
import { ensureInstalled } from './lib/install.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const SAMPLES = 11;
const OURS = [
  `export { CredentialForm } from ${JSON.stringify(`${root}src/index.ts`)};`,
  `export { compileForm } from ${JSON.stringify(`${root}src/form.ts`)};`,
].join('\n');
const THEIRS = "export { default as Form } from '@rjsf/core';\nexport { default as validator } from '@rjsf/validator-ajv8';";

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** All that it can load, also later. */
async function bytesOf(code) {
  const chunks = await bundle(code);
  return chunks.reduce((sum, chunk) => sum + gzipped(chunk.code), 0);
}

/** Least ratio of theirs to ours. */
function gateOf({ what, name }) {
  if (what === 'bytes') return 8;
  return name === 'largest' && what !== 'key' ? 5 : 1;
}

const SAYS = {
  first: (name) => `compile and first render, ${name}`,
  again: (name) => `the same in a page that is warm, ${name}`,
  key: (name) => `key press to paint, ${name}`,
  bytes: () => 'min+gzip, with what loads later',
};

function report({ what, name, unit, ours, theirs }) {
  const ratio = theirs / ours;
  const gate = gateOf({ what, name });
  const digits = unit === 'ms' ? 2 : 1;
  const columns = [SAYS[what](name).padEnd(46), `${ours.toFixed(digits)} ${unit}`.padStart(12), `${theirs.toFixed(digits)} ${unit}`.padStart(12)];
  console.log(`  ${columns.join('')}${`${ratio.toFixed(1)} x`.padStart(10)}   of ${gate} x   ${ratio >= gate ? 'ok' : 'TOO LITTLE'}`);
  return ratio >= gate;
}

try {
  await ensureInstalled();
  const schemas = benchSchemas();
  const real = process.env.ACK_SHARED ? 'real schemas' : 'made-up schemas (ACK_SHARED names no real ones)';
  console.log(`Form beside @rjsf/core with Ajv: Chromium, production builds, ${real}, medians of ${SAMPLES} runs by turns.`);
  console.log(`Fields: ${schemas.map(({ name, fields }) => `${name} ${fields}`).join(', ')}.`);
  console.log(`  ${''.padEnd(46)}${'ours'.padStart(12)}${'rjsf'.padStart(12)}${'ratio'.padStart(10)}   gate`);
  const times = await drive({ schemas, samples: SAMPLES });
  const rows = times.map(({ ours, theirs, ...row }) => ({ ...row, unit: 'ms', ours: median(ours), theirs: median(theirs) }));
  const bytes = { what: 'bytes', name: '', unit: 'KB', ours: (await bytesOf(OURS)) / 1000, theirs: (await bytesOf(THEIRS)) / 1000 };
  const passed = [...rows, bytes].map(report);
  process.exitCode = passed.every(Boolean) ? 0 : 1;
} catch (error) {
  console.error(`The bench did not run: ${error.stack}`);
  process.exitCode = 1;
}
