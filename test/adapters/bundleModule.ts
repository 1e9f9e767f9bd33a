import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * A module with what it imports of this repository, as one that Node runs by itself. Packages stay where they are.
 * @returns its path
 */
export async function bundleModule(entry: string, plugins: Plugin[] = []): Promise<string> {
  const name = basename(entry).replace(/\.ts$/, '').replace(/\W+/g, '-');
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins,
    build: {
      ssr: entry,
      target: 'node20',
      minify: false,
      emptyOutDir: false,
      outDir: `${root}.cache/adapters`,
      rolldownOptions: { output: { entryFileNames: `${name}.mjs`, codeSplitting: false } },
    },
  });
  return `${root}.cache/adapters/${name}.mjs`;
}
