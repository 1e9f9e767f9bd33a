import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Catalog, CatalogEntry } from '../../src/catalog/index.js';
import { SLUGS } from './all.js';

// What an app's bundler makes of the package: one module that uses the names, and every module it needs, in chunks.
const root = fileURLToPath(new URL('../../', import.meta.url));
const EXTERNAL = [/^react($|\/)/, /^react-dom($|\/)/, /^@tanstack\//];

/** Each chunk tells, when it runs, that it was loaded. */
const loadingIsHeard = {
  name: 'loading-is-heard',
  renderChunk: (code: string, { fileName }: { fileName: string }) => `(globalThis.ackLoaded ??= []).push(${JSON.stringify(fileName)});\n${code}`,
};

async function chunksOf(code: string): Promise<Rolldown.OutputChunk[]> {
  const use = {
    name: 'use',
    resolveId: (id: string) => (id.endsWith('virtual-use.js') ? `${root}src/virtual-use.js` : null),
    load: (id: string) => (id.endsWith('/src/virtual-use.js') ? code : null),
  };
  const built = await build({
    configFile: false,
    root,
    logLevel: 'silent',
    publicDir: false,
    plugins: [use, loadingIsHeard],
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: 'virtual-use.js', formats: ['es'], fileName: 'use' },
      rolldownOptions: { external: EXTERNAL },
    },
  });
  const [first] = Array.isArray(built) ? built : [];
  if (first === undefined) throw new Error('nothing was built');
  return first.output.filter((file) => file.type === 'chunk');
}

/** Modules of the package that left code in the chunk, by their path in `src`. */
const modulesOf = ({ modules }: Rolldown.OutputChunk): string[] =>
  Object.entries(modules)
    .filter(([id, { renderedLength }]) => renderedLength > 0 && id.startsWith(`${root}src/`))
    .map(([id]) => id.slice(`${root}src/`.length));

const isCatalogue = (path: string) => path.startsWith('catalog/');

/** The chunks that are loaded together with the first. */
function atOnce(chunks: readonly Rolldown.OutputChunk[]): Rolldown.OutputChunk[] {
  const found = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports } of found) for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk);
  return [...found];
}

it('brings nothing of the catalogue with ConnectButton, neither at once nor later', async () => {
  const chunks = await chunksOf(`export { AirbyteProvider, ConnectButton } from ${JSON.stringify(`${root}src/index.ts`)};`);
  expect(atOnce(chunks).flatMap(modulesOf)).toContain('blocks/ConnectButton.tsx');
  expect(atOnce(chunks).flatMap(modulesOf).filter(isCatalogue)).toEqual([]);
  expect(chunks.flatMap(modulesOf).filter(isCatalogue)).toEqual([]);
}, 60_000);

describe('the catalogue in an app', () => {
  let folder = '';
  let chunks: Rolldown.OutputChunk[] = [];
  let catalog: Catalog | undefined;
  const loaded: string[] = [];

  beforeAll(async () => {
    chunks = await chunksOf(`export { builtInCatalog } from ${JSON.stringify(`${root}src/airbyte.ts`)};`);
    folder = await mkdtemp(join(tmpdir(), 'ack-chunks-'));
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    await Promise.all(chunks.map(({ fileName, code }) => writeFile(join(folder, fileName), code)));
    Object.assign(globalThis, { ackLoaded: loaded });
    const entry = chunks.find(({ isEntry }) => isEntry)?.fileName ?? '';
    ({ builtInCatalog: catalog } = await import(/* @vite-ignore */ pathToFileURL(join(folder, entry)).href));
  }, 60_000);

  afterAll(async () => {
    Reflect.deleteProperty(globalThis, 'ackLoaded');
    await rm(folder, { recursive: true, force: true });
  });

  it('lists 51 services without a connector of any', () => {
    const modules = chunks.filter(({ fileName }) => loaded.includes(fileName)).flatMap(modulesOf);
    expect(catalog?.list()).toHaveLength(51);
    expect(modules).toContain('catalog/listing.ts');
    expect(modules.filter((path) => /^catalog\/(connectors|words)\//.test(path))).toEqual([]);
  });

  it('has a chunk of its own for each, and no other', () => {
    expect(SLUGS).toHaveLength(51);
    expect(chunks.filter(({ isDynamicEntry }) => isDynamicEntry)).toHaveLength(51);
    expect(chunks).toHaveLength(52);
  });

  it.each(SLUGS)('loads one chunk for %s, with its facts and words alone', async (slug) => {
    loaded.length = 0;
    const entry: CatalogEntry | null | undefined = await catalog?.load(slug);
    expect(entry?.slug).toBe(slug);
    expect(loaded).toHaveLength(1);
    const chunk = chunks.find(({ fileName }) => fileName === loaded[0]);
    expect(chunk && modulesOf(chunk).toSorted()).toEqual([`catalog/connectors/${slug}.ts`, `catalog/words/${slug}.ts`]);
  });
});
