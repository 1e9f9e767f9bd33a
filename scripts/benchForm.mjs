// The form beside rjsf with its Ajv validator, in one run in Chromium, on production builds: compile and first render of a median, a large and
// the largest real schema, keystroke to paint in the largest, and bytes. Ends with code 1 when a gate fails.
// Usage: npm run bench:form
import { fileURLToPath } from 'node:url';
import { drive } from './bench/drive.mjs';
import { benchSchemas } from './bench/schemas.mjs';
import { bundle, gzipped, withStatic } from './lib/bundle.mjs';
import { ensureInstalled } from './lib/install.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const SAMPLES = 11;
/** What a page needs to draw a form and to have it filled in. The engine of the form comes with the component. */
const OURS = `export { CredentialForm, emptyValues } from ${JSON.stringify(`${root}src/index.ts`)};`;
const THEIRS = "export { default as Form } from '@rjsf/core';\nexport { default as validator } from '@rjsf/validator-ajv8';";

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** KB that load with the module, and all that it can load, also later. */
async function bytesOf(code) {
  const chunks = await bundle(code);
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const entries = chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName);
  const sum = (files) => [...files].reduce((total, file) => total + gzipped(byName.get(file).code), 0) / 1000;
  return { atOnce: sum(withStatic(byName, entries)), all: sum(byName.keys()) };
}

/** Least ratio of theirs to ours; null for a figure that stands beside its gate. */
function gateOf({ what, name }) {
  if (what === 'bytes') return 8;
  if (what === 'all') return null;
  return name === 'largest' && what !== 'key' ? 5 : 1;
}

const SAYS = {
  first: (name) => `compile and first render, ${name}`,
  again: (name) => `the same in a page that is warm, ${name}`,
  key: (name) => `key press to paint, ${name}`,
  bytes: () => 'min+gzip, what draws a form and is filled in',
  all: () => 'min+gzip, with all that loads later',
};

function report({ what, name, unit, ours, theirs }) {
  const ratio = theirs / ours;
  const gate = gateOf({ what, name });
  const digits = unit === 'ms' ? 2 : 1;
  const columns = [SAYS[what](name).padEnd(46), `${ours.toFixed(digits)} ${unit}`.padStart(12), `${theirs.toFixed(digits)} ${unit}`.padStart(12)];
  const verdict = gate === null ? '' : `   of ${gate} x   ${ratio >= gate ? 'ok' : 'TOO LITTLE'}`;
  console.log(`  ${columns.join('')}${`${ratio.toFixed(1)} x`.padStart(10)}${verdict}`);
  return gate === null || ratio >= gate;
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
  const [ours, theirs] = [await bytesOf(OURS), await bytesOf(THEIRS)];
  const bytes = { what: 'bytes', name: '', unit: 'KB', ours: ours.atOnce, theirs: theirs.atOnce };
  const all = { what: 'all', name: '', unit: 'KB', ours: ours.all, theirs: theirs.all };
  const passed = [...rows, bytes, all].map(report);
  process.exitCode = passed.every(Boolean) ? 0 : 1;
} catch (error) {
  console.error(`The bench did not run: ${error.stack}`);
  process.exitCode = 1;
}
