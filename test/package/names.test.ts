import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureBuilt, root } from './packed.js';

const folder = join(root, '.cache/names'); // below the clone, whose React and TanStack Query it takes
const { name, exports: entries }: { name: string; exports: Record<string, unknown> } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const ENTRIES = ['index', 'server', 'node', 'airbyte', 'form', 'sandbox', 'callback'];

/** Handed on, and not looked into; the last two are TanStack’s. */
const OPAQUE = ['AirbytePattern', 'NextParams', 'OAuthVariables', 'MutationExtras', 'QueryExtras'];
/** The port and the catalogue have the names of their parts in `./airbyte`. */
const ELSEWHERE: Record<string, string[]> = { sandbox: ['Catalog', 'ConnectApi'] };
const ARGUMENTS: Record<string, string> = {
  TypedExecuteInput: "<'stripe'>",
  TypedExecuteResult: "<'stripe'>",
  TypedExecuteVariables: "<'stripe'>",
};

const PROBES = `
declare function value<V>(value: V): V extends (...args: infer A) => infer R ? { a: A; r: R } : V extends new (...args: infer A) => infer R ? { a: A; r: R } : V;
declare function members<V>(): V extends object ? { [K in keyof V]: [V[K]] } : never;
`;

/** A module whose declarations name what each export takes and gives, and what each type has. */
function consumerOf(entry: string): string {
  const lists = [...readFileSync(join(root, 'dist', `${entry}.d.ts`), 'utf8').matchAll(/export (type )?\{([^}]*)\}/g)];
  const exported = lists.flatMap(([, all = '', list = '']) => list.split(',').map((item) => (all + item.trim()).trim()));
  const asked = exported
    .filter((item) => /\w/.test(item.replace(/^type/, '')))
    .map((item) => {
      const type = item.match(/^type (\w+)$/)?.[1];
      if (type === undefined) return `export const of_${item} = value(kit.${item});`;
      if ([...OPAQUE, ...(ELSEWHERE[entry] ?? [])].includes(type)) return '';
      return `export const in_${type} = members<kit.${type}${ARGUMENTS[type] ?? ''}>();`;
    });
  return [`import * as kit from '${entry === 'index' ? name : `${name}/${entry}`}';`, PROBES, ...asked].join('\n');
}

beforeAll(async () => {
  await ensureBuilt();
  rmSync(folder, { recursive: true, force: true });
  for (const entry of ENTRIES) {
    // A package of its own for each: what one entry names must not help another.
    const installed = join(folder, entry, 'node_modules', name);
    mkdirSync(installed, { recursive: true });
    symlinkSync(join(root, 'dist'), join(installed, 'dist'));
    writeFileSync(join(installed, 'package.json'), JSON.stringify({ name, type: 'module', exports: entries }));
    writeFileSync(join(folder, entry, 'package.json'), JSON.stringify({ name: `app-${entry}`, type: 'module' }));
    writeFileSync(join(folder, entry, 'index.ts'), consumerOf(entry));
  }
  const compilerOptions = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    outDir: 'out',
    preserveSymlinks: true,
    exactOptionalPropertyTypes: false,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: '../../tsconfig.json', compilerOptions, include: ['*/index.ts'] }));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('each entry names whatever the declarations of a consumer need', { timeout: 60_000 }, () => {
  expect(compile()).toBe('');
  // It has looked: the consumer's own declarations say the kit's names.
  expect(readFileSync(join(folder, 'out/index/index.d.ts'), 'utf8')).toContain('kit.UseConnectResult');
});

/** What the compiler says; nothing when all is well. */
function compile(): string {
  try {
    return execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' });
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
  }
}
