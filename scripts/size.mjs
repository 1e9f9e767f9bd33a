// Prints what each use of the package costs a page, min+gzip, react, react-dom and TanStack Query not counted: what loads at once, and in
// brackets with everything that loads later (of the catalogue one connector, the largest). Ends with code 1 when a budget is exceeded.
// Usage: npm run size
//        npm run size -- --why      also the largest modules of each use
//        npm run size -- --at=95    against 95 % of each budget: what is near its edge
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { bundle, gzipped, withStatic } from './lib/bundle.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const CATALOGUE = /\/src\/catalog\/(connectors|words)\//;

/** In KB: at once, and with what loads later. What loads later is never waited for by a press: it comes while a person reads or types. */
const USES = [
  { name: 'ConnectButton', entry: 'index', imports: ['AirbyteProvider', 'ConnectButton'], budget: [6], withoutCatalogue: true },
  // Later: the form's engine, its store and controls 41, zod/mini with the backend's schemas 13, the validator with guarded patterns 12, what drives the flow 8, the words and ways
  // on of every failure, with the time to wait and what was cleared meanwhile.
  { name: 'full flow', entry: 'index', imports: ['AirbyteProvider', 'Connect'], budget: [22, 112] },
  // Later: the same form for parameters, the validator and the schemas, and the dialog that the provider opens with the whole flow,
  // failures and all.
  { name: 'Playground', entry: 'index', imports: ['AirbyteProvider', 'Playground'], budget: [15, 125] },
  // Every name of the entry at once, which no page imports: each control of the form is a name, so all 41 of the form count,
  // and so do the ways on after failures in lists, runs and the flow.
  { name: 'everything', entry: 'index', imports: null, budget: [85] },
  { name: 'catalogue', entry: 'airbyte', imports: ['builtInCatalog'], budget: [4, 12] },
  { name: './callback', entry: 'callback', imports: null, budget: [1.5] },
];
/** In KB. Every state of every component, and 70 variables of which each has a light, a dark and a derived default. */
const CSS_BUDGET = 9.5;

const inKb = (bytes) => (bytes / 1000).toFixed(2);

/** A module that uses the names and nothing else. */
function codeOf({ entry, imports }) {
  const from = JSON.stringify(`${root}src/${entry}.ts`);
  return imports === null ? `export * from ${from};` : `export { ${imports.join(', ')} } from ${from};`;
}

function weigh(output) {
  const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]));
  const size = (file) => gzipped(chunks.get(file).code);
  const atOnce = withStatic(
    chunks,
    output.filter((chunk) => chunk.isEntry).map(({ fileName }) => fileName),
  );
  const later = [...chunks.keys()].filter((file) => !atOnce.has(file));
  const isCatalogue = (file) => Object.keys(chunks.get(file).modules).some((id) => CATALOGUE.test(id));
  const sum = (files) => files.reduce((total, file) => total + size(file), 0);
  const connector = Math.max(0, ...later.filter(isCatalogue).map(size));
  const modules = [...atOnce].flatMap((file) => Object.entries(chunks.get(file).modules)).map(([id, { renderedLength }]) => ({ id, bytes: renderedLength }));
  const catalogue = modules.filter(({ id }) => id.includes('/src/catalog/'));
  return {
    modules: modules.toSorted((a, b) => b.bytes - a.bytes),
    atOnce: sum([...atOnce]),
    total: sum([...atOnce]) + sum(later.filter((file) => !isCatalogue(file))) + connector,
    catalogueBytes: catalogue.reduce((total, { bytes }) => total + bytes, 0),
  };
}

const rows = [];
const why = process.argv.includes('--why');
const at = Number(process.argv.find((argument) => argument.startsWith('--at='))?.slice('--at='.length) ?? 100) / 100;
if (!(at > 0)) throw new Error('--at takes a percentage: --at=95');

/** Whether bytes keep to KB. */
const keepsTo = (bytes, kb) => bytes <= kb * at * 1000;
/** @param {boolean} ok */
function verdict(ok) {
  if (!ok) process.exitCode = 1;
  return ok ? 'ok' : 'over';
}

/** The dozen largest modules of what loads at once, in bytes before minification. */
function explain(modules) {
  for (const { id, bytes } of modules.filter(({ bytes }) => bytes > 0).slice(0, 12))
    rows.push([`    ${String(bytes).padStart(6)}  ${id.replace(root, '').replace(/^.*node_modules\//, '')}`, '']);
}

for (const use of USES) {
  const { atOnce, total, catalogueBytes, modules } = weigh(await bundle(codeOf(use)));
  const [once, later] = use.budget;
  const ok = keepsTo(atOnce, once) && (later === undefined || keepsTo(total, later));
  rows.push([use.name, `${inKb(atOnce)} KB (${inKb(total)})`, `of ${once}${later === undefined ? '' : ` (${later})`}`, verdict(ok)]);
  if (use.withoutCatalogue) rows.push(['  catalogue in it', `${catalogueBytes} bytes`, 'of 0', verdict(catalogueBytes === 0)]);
  if (why) explain(modules);
}

/** What a page gets for these browsers. */
async function stylesFor(cssTarget) {
  const options = { write: false, cssMinify: true, cssTarget, rolldownOptions: { input: `${root}src/styles.css` } };
  const { output } = await build({ configFile: false, root, logLevel: 'silent', publicDir: false, build: options });
  return gzipped(output.find(({ fileName }) => fileName.endsWith('.css')).source);
}

// The browsers of the last two years, for which nothing is lowered; and what a tool makes of it that lowers nesting.
const css = await stylesFor('esnext');
rows.push(['styles.css', `${inKb(css)} KB (lowered ${inKb(await stylesFor('chrome111'))})`, `of ${CSS_BUDGET}`, verdict(keepsTo(css, CSS_BUDGET))]);

console.log(`Sizes, min+gzip: at once (with what loads later), of ${at === 1 ? 'the' : `${at * 100} % of the`} budget.`);
for (const [name, size, budget = '', judged = ''] of rows) console.log(`  ${name.padEnd(18)} ${size.padEnd(22)} ${budget.padEnd(12)} ${judged}`.trimEnd());
