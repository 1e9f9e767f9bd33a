// The layer check: who may import whom, and the house rules that no linter knows. Usage: node scripts/layers.mjs [folder of a checkout]
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { judgeTree } from './layers/judgeTree.mjs';

const { files, findings } = judgeTree(resolve(process.argv[2] ?? fileURLToPath(new URL('../', import.meta.url))));

for (const { path, line, message } of findings) console.error(`${path}${line === undefined ? '' : `:${line}`}  ${message}`);
if (findings.length > 0) {
  console.error(`${findings.length} found in ${files} files of src/.`);
  process.exitCode = 1;
} else {
  console.log(`Layers: ${files} files of src/ keep to the table.`);
}
