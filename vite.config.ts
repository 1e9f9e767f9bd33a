import { isAbsolute } from 'node:path';
import { defineConfig } from 'vite';

const ENTRIES = ['index', 'server', 'node', 'airbyte', 'form', 'sandbox', 'callback', 'cli'];

/** Everything that is not a file of ours: packages and Node's own modules are never bundled. */
const isExternal = (id: string) => !id.startsWith('.') && !isAbsolute(id) && !id.startsWith('\0');

// The library build: one output module per source module, so that "use client" and tree-shaking survive. Types come from tsc (scripts/build.mjs).
export default defineConfig({
  publicDir: false,
  build: {
    target: 'es2022',
    cssCodeSplit: true,
    minify: false,
    sourcemap: true,
    emptyOutDir: true,
    reportCompressedSize: false,
    lib: {
      entry: { ...Object.fromEntries(ENTRIES.map((name) => [name, `src/${name}.ts`])), styles: 'src/styles.css' },
      formats: ['es'],
    },
    rolldownOptions: {
      external: isExternal,
      // With one output module per source module the directive does stay: test/package/dist.test.ts looks.
      onwarn: (warning, report) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : report(warning)),
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        entryFileNames: '[name].js',
        chunkFileNames: '[name].js',
        assetFileNames: '[name][extname]',
      },
    },
  },
});
