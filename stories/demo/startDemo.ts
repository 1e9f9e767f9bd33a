import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { createServer as createViteServer } from 'vite';
import { serveSandbox } from '../../src/cli/serveSandbox.js';
import { toNodeListener } from '../../src/node.js';
import { createDemoBackend, type DemoBackendOptions } from './createDemoBackend.js';

export interface StartDemoOptions extends Pick<DemoBackendOptions, 'handlerOptions'> {
  /** Port of the app. @default a free one */
  port?: number | undefined;
  /** Serve over https with this certificate. */
  certificate?: { key: string; cert: string } | undefined;
  sandbox?: Parameters<typeof serveSandbox>[0] | undefined;
}

/** Starts the sandbox, the demo's backend and the demo app. App and backend are on `localhost`, the consent page on `127.0.0.1`. */
export async function startDemo({ port = 0, certificate, sandbox: sandboxOptions, handlerOptions }: StartDemoOptions = {}) {
  const sandbox = await serveSandbox(sandboxOptions);
  const server = certificate ? createHttpsServer(certificate) : createHttpServer();
  const vite = await createViteServer({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    cacheDir: fileURLToPath(new URL('../../node_modules/.vite-demo', import.meta.url)),
    plugins: [react()],
    server: { middlewareMode: true, hmr: { server } },
    logLevel: 'warn',
    optimizeDeps: { include: ['react', 'react-dom/client', 'react/jsx-dev-runtime', '@tanstack/react-query', 'zod/mini', '@cfworker/json-schema'] },
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, 'localhost', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The demo server has no port.');
  const origin = `${certificate ? 'https' : 'http'}://localhost:${address.port}`;
  const backend = toNodeListener(createDemoBackend({ origin, sandboxUrl: sandbox.url, handlerOptions }));
  server.on('request', (request, response) => {
    if (/^\/(api|session)\b/.test(request.url ?? '')) backend(request, response);
    else vite.middlewares(request, response);
  });
  const close = async () => {
    server.closeAllConnections();
    await Promise.all([vite.close(), sandbox.close(), new Promise((resolve) => server.close(resolve))]);
  };
  return { origin, sandbox: sandbox.sandbox, sandboxUrl: sandbox.url, consentUrl: sandbox.consentUrl, close };
}
