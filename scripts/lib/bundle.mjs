// Bundles a few names as an app would, and weighs what the browser loads.
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** What the host has anyway. */
const EXTERNAL = [/^react($|\/)/, /^react-dom($|\/)/, /^@tanstack\//];

export const gzipped = (code) => gzipSync(code, { level: 9 }).length;

/**
 * The chunks of a module with this code: Rolldown's output.
 * @param {string} code
 */
export async function bundle(code) {
  const virtual = {
    name: 'use',
    resolveId: (id) => (id.endsWith('virtual-use.js') ? `${root}src/virtual-use.js` : null),
    load: (id) => (id.endsWith('/src/virtual-use.js') ? code : null),
  };
  const [{ output }] = await build({
    configFile: false,
    root,
    logLevel: 'silent',
    publicDir: false,
    plugins: [virtual],
    define: { 'process.env.NODE_ENV': '"production"' },
    // As a library: an app's build would add Vite's own loader of chunks. Such a build leaves white space, so Rolldown minifies.
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: 'virtual-use.js', formats: ['es'], fileName: 'use' },
      rolldownOptions: { external: EXTERNAL, output: { minify: true } },
    },
  });
  return output.filter(({ type }) => type === 'chunk');
}

/** The chunks that load together with these. */
export function withStatic(chunks, first) {
  const found = new Set(first);
  for (const file of found) for (const next of chunks.get(file)?.imports ?? []) if (chunks.has(next)) found.add(next);
  return found;
}
