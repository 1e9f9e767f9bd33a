import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureBuilt, installPacked, root } from './packed.js';

/** What a backend imports. */
const ENTRIES = ['server', 'node', 'airbyte', 'form', 'sandbox'];
let folder = '';

beforeAll(async () => {
  await ensureBuilt();
  folder = await installPacked({ more: ['@types/node', 'undici-types'] });
  const compilerOptions = {
    target: 'ES2023',
    lib: ['ES2023'],
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    strict: true,
    noEmit: true,
    types: ['node'],
    skipLibCheck: false,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['backend.ts'] }));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  writeFileSync(join(folder, 'backend.ts'), ENTRIES.map((entry) => `export * as ${entry} from 'airbyte-connect-kit/${entry}';\n`).join(''));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the entries of a backend compile with the types of Node alone, without those of the DOM, the declarations themselves checked', { timeout: 60_000 }, () => {
  expect(output()).toBe('');
});

/** What the compiler says; nothing when all is well. */
function output(): string {
  try {
    return execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' });
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
  }
}
