// Starts the demo: sandbox, backend and app. Prints one URL. Stops on Ctrl-C.
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './lib/install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

try {
  const port = portOf(process.env.PORT);
  await ensureInstalled();
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
  const demo = await startDemo({ port });
  console.log(`\n  The demo is ready: ${demo.origin}\n\n  Sandbox ${demo.sandboxUrl}, consent page ${demo.consentUrl}. Stop with Ctrl-C.`);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await Promise.all([demo.close(), loader.close()]);
    process.exit(0);
  };
  // From here on it is the demo that ends, in order: `lib/run.mjs` ends at once.
  for (const signal of ['SIGINT', 'SIGTERM']) process.removeAllListeners(signal);
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
} catch (error) {
  console.error(`The demo did not start: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}

/** A free port when none is asked for. */
function portOf(asked = '0') {
  const port = Number(asked);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT is "${asked}", which is no port. Use a number from 1 to 65535, or leave it out.`);
  return port;
}
