import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Builds the pages of a bench for production, one for each side from `test/bench/<name>/<side>.tsx`. Gives the folder to serve.
 * With `stylesheet` each page links the stylesheet that its script imports.
 */
export async function buildBenchPages({ name, sides, stylesheet = false }) {
  const folder = `${root}.cache/bench-${name}`;
  const link = (side) => (stylesheet ? `<link rel="stylesheet" href="/${side}.css">` : '');
  const html = (side) => `<!doctype html><meta charset="utf-8"><title>${side}</title>${link(side)}<body><script type="module" src="/${side}.js"></script>`;
  const pages = {
    name: 'pages',
    generateBundle() {
      for (const side of sides) this.emitFile({ type: 'asset', fileName: `${side}.html`, source: html(side) });
    },
  };
  await build({
    configFile: false,
    root,
    mode: 'production',
    logLevel: 'error',
    publicDir: false,
    plugins: [pages],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: false,
      cssCodeSplit: true,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: Object.fromEntries(sides.map((side) => [side, `${root}test/bench/${name}/${side}.tsx`])),
        output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
      },
    },
  });
  return folder;
}
