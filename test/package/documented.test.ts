import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const source = join(import.meta.dirname, '../../src');
const ENTRIES = ['index', 'server', 'node', 'airbyte', 'form', 'sandbox', 'callback'];
const textOf = (path: string) => readFileSync(join(source, path), 'utf8');

/** The types that an entry exports by name. */
const typesOf = (entry: string) =>
  [...textOf(`${entry}.ts`).matchAll(/export (type )?\{([^}]*)\}/g)].flatMap(([, all, list = '']) =>
    [...list.matchAll(/(type )?\b(\w+),?/g)].flatMap(([, one, name = '']) => ((all ?? one) ? [name] : [])),
  );

it('every exported type says what it is', () => {
  const declared = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) => [...textOf(path).matchAll(/^(.*)\nexport (?:interface|type) (\w+)/gm)].map(([, above = '', name = '']) => ({ above, name })));
  const exported = new Set(ENTRIES.flatMap(typesOf));
  expect(exported.size).toBeGreaterThan(150);
  expect(declared.filter(({ name, above }) => exported.has(name) && !above.endsWith('*/')).map(({ name }) => name)).toEqual([]);
});
