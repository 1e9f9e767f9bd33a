// Starts the demo: sandbox, backend and app. Prints one URL. Stops on Ctrl-C.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

if (!existsSync('node_modules/vite')) {
  console.log('Installing what the demo needs (npm ci) ...');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { stdio: 'inherit' });
}

try {
  const { createServer } = await import('vite');
  console.log('Starting the sandbox, the backend and the app ...');
  const loader = await createServer({
    configFile: false,
    root,
    server: { middlewareMode: true, hmr: false, watch: null, ws: false },
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
  });
  const { startDemo } = await loader.ssrLoadModule('/stories/demo/startDemo.ts');
  const port = Number(process.env.PORT ?? 0);
  const demo = await startDemo({ port });
  console.log(`\n  The demo is ready: ${demo.origin}\n\n  Sandbox ${demo.sandboxUrl}, consent page ${demo.consentUrl}. Stop with Ctrl-C.`);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await Promise.all([demo.close(), loader.close()]);
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
} catch (error) {
  console.error(`The demo did not start: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
