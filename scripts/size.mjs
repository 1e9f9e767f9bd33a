// Prints what each use of the package costs a page, min+gzip, react, react-dom and TanStack Query not counted: what loads at once, and in
// brackets with everything that loads later (of the catalogue one connector, the largest). Usage: npm run size
//        npm run size -- --why    also the largest modules of each use
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { bundle, gzipped, withStatic } from './lib/bundle.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const CATALOGUE = /\/src\/catalog\/(connectors|words)\//;

// Budgets of the design, in KB: at once, and with what loads later.
const USES = [
  { name: 'ConnectButton', entry: 'index', imports: ['AirbyteProvider', 'ConnectButton'], budget: [6], withoutCatalogue: true },
  { name: 'full flow', entry: 'index', imports: ['AirbyteProvider', 'Connect'], budget: [22, 27] },
  { name: 'Playground', entry: 'index', imports: ['AirbyteProvider', 'Playground'], budget: [15, 20] },
  { name: 'everything', entry: 'index', imports: null, budget: [32] },
  { name: 'catalogue', entry: 'airbyte', imports: ['builtInCatalog'], budget: [4, 12] },
  { name: './callback', entry: 'callback', imports: null, budget: [1.5] },
];

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

/** The dozen largest modules of what loads at once, in bytes before minification. */
function explain(modules) {
  for (const { id, bytes } of modules.filter(({ bytes }) => bytes > 0).slice(0, 12))
    rows.push([`    ${String(bytes).padStart(6)}  ${id.replace(root, '').replace(/^.*node_modules\//, '')}`, '']);
}

for (const use of USES) {
  if (!existsSync(`${root}src/${use.entry}.ts`)) {
    rows.push([use.name, 'not there yet']);
    continue;
  }
  try {
    const { atOnce, total, catalogueBytes, modules } = weigh(await bundle(codeOf(use)));
    const [once, lazy] = use.budget;
    const over = atOnce > once * 1000 || (lazy !== undefined && total > lazy * 1000);
    rows.push([use.name, `${inKb(atOnce)} KB (${inKb(total)})`, `of ${once}${lazy === undefined ? '' : ` (${lazy})`}`, over ? 'over' : 'ok']);
    if (use.withoutCatalogue) rows.push(['  catalogue in it', `${catalogueBytes} bytes`, 'of 0', catalogueBytes > 0 ? 'over' : 'ok']);
    if (why) explain(modules);
  } catch (error) {
    rows.push([use.name, `cannot be bundled: ${(error.errors?.[0]?.message ?? error.message).split('\n')[0]}`]);
  }
}

if (existsSync(`${root}src/styles.css`)) {
  // The browsers of the last two years: nothing is lowered.
  const options = { write: false, cssMinify: true, cssTarget: 'esnext', rolldownOptions: { input: `${root}src/styles.css` } };
  const { output } = await build({ configFile: false, root, logLevel: 'silent', publicDir: false, build: options });
  const bytes = gzipped(output.find(({ fileName }) => fileName.endsWith('.css')).source);
  rows.push(['styles.css', `${inKb(bytes)} KB`, 'of 7', bytes > 7000 ? 'over' : 'ok']);
}

console.log('Sizes, min+gzip: at once (with what loads later), of the budget.');
for (const [name, size, budget = '', verdict = ''] of rows) console.log(`  ${name.padEnd(18)} ${size.padEnd(22)} ${budget.padEnd(12)} ${verdict}`.trimEnd());
