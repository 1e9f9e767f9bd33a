// The layer check: who may import whom, and the house rules that no linter knows. Usage: node scripts/layers.mjs [folder of a checkout]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readModule } from './layers/readModule.mjs';
import { cssRule, MODULE_RULES } from './layers/rules.mjs';

const root = resolve(process.argv[2] ?? fileURLToPath(new URL('../', import.meta.url)));
const source = join(root, 'src');

const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(
    (entry) =>
      `src/${join(entry.parentPath, entry.name)
        .slice(source.length + 1)
        .replaceAll('\\', '/')}`,
  )
  .toSorted();

function judge(path) {
  const text = readFileSync(join(root, path), 'utf8');
  if (path.endsWith('.css')) return cssRule({ text });
  if (!/\.tsx?$/.test(path)) return [];
  const parts = path.split('/');
  try {
    const file = { path, text, folder: parts.length > 2 ? parts[1] : null, module: readModule(path, text) };
    return MODULE_RULES.flatMap((rule) => rule(file));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return [{ line: 1, message: error.message }];
  }
}

/** A component's folder has its story and its test on the same path. */
function judgeComponent(name) {
  const has = (folder, end) =>
    existsSync(join(root, folder)) && readdirSync(join(root, folder), { recursive: true }).some((file) => file.startsWith(name) && file.endsWith(end));
  const path = `src/components/${name}`;
  return [
    ...(has('stories/components', '.stories.tsx') ? [] : [{ path, message: `It has no story: write stories/components/${name}.stories.tsx.` }]),
    ...(has('test/components', '.test.tsx') ? [] : [{ path, message: `It has no test: write test/components/${name}.test.tsx.` }]),
  ];
}

const components = [...new Set(files.filter((path) => /^src\/components\/[^/]+\//.test(path)).map((path) => path.split('/')[2]))];
const found = [...files.flatMap((path) => judge(path).map((finding) => ({ path, ...finding }))), ...components.flatMap(judgeComponent)];

for (const { path, line, message } of found) console.error(`${path}${line === undefined ? '' : `:${line}`}  ${message}`);
if (found.length > 0) {
  console.error(`${found.length} found in ${files.length} files of src/.`);
  process.exitCode = 1;
} else {
  console.log(`Layers: ${files.length} files of src/ keep to the table.`);
}
