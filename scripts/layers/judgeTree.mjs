import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readModule } from './readModule.mjs';
import { cssRule, MODULE_RULES } from './rules.mjs';

function filesOf(root) {
  const source = join(root, 'src');
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(
      (entry) =>
        `src/${join(entry.parentPath, entry.name)
          .slice(source.length + 1)
          .replaceAll('\\', '/')}`,
    )
    .toSorted();
}

function judge(root, path) {
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
function judgeComponent(root, name) {
  const has = (folder, end) =>
    existsSync(join(root, folder)) && readdirSync(join(root, folder), { recursive: true }).some((file) => file.startsWith(name) && file.endsWith(end));
  const path = `src/components/${name}`;
  return [
    ...(has('stories/components', '.stories.tsx') ? [] : [{ path, message: `It has no story: write stories/components/${name}.stories.tsx.` }]),
    ...(has('test/components', '.test.tsx') ? [] : [{ path, message: `It has no test: write test/components/${name}.test.tsx.` }]),
  ];
}

/**
 * Every breach of the rules in the src/ of a checkout.
 * @param {string} root
 * @returns {{ files: number, findings: { path: string, line?: number, message: string }[] }}
 */
export function judgeTree(root) {
  const files = filesOf(root);
  const components = [...new Set(files.filter((path) => /^src\/components\/[^/]+\//.test(path)).map((path) => path.split('/')[2]))];
  const inFiles = files.flatMap((path) => judge(root, path).map((finding) => ({ path, ...finding })));
  return { files: files.length, findings: [...inFiles, ...components.flatMap((name) => judgeComponent(root, name))] };
}
