import { readFile } from 'node:fs/promises';
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, createServer as createViteServer, type InlineConfig } from 'vite';
import { serveSandbox } from '../../src/cli/serveSandbox.js';
import { toNodeListener } from '../../src/node.js';
import { createDemoBackend, type DemoBackendOptions } from './createDemoBackend.js';

export interface StartDemoOptions extends Pick<DemoBackendOptions, 'handlerOptions'> {
  /** Port of the app. @default a free one */
  port?: number | undefined;
  /** Serve over https with this certificate. */
  certificate?: { key: string; cert: string } | undefined;
  sandbox?: Parameters<typeof serveSandbox>[0] | undefined;
  /** Folder of a built app to serve in place of Vite's development server. */
  builtApp?: string | undefined;
}

/**
 * Starts the sandbox, the demo's backend and the demo app. App and backend are on `localhost`, the consent page on `127.0.0.1`; there the
 * backend answers too, as one on another site than the app.
 */
export async function startDemo({ port = 0, certificate, sandbox: sandboxOptions, handlerOptions, builtApp }: StartDemoOptions = {}) {
  const sandbox = await serveSandbox(sandboxOptions);
  const server = certificate ? createHttpsServer(certificate) : createHttpServer();
  const app = builtApp === undefined ? await developmentApp(server) : builtAppListener(builtApp);
  const used = await listen(server, port);
  const origin = `${certificate ? 'https' : 'http'}://localhost:${used}`;
  let appHeaders: Readonly<Record<string, string>> = {};
  const backend = toNodeListener(createDemoBackend({ origin, sandboxUrl: sandbox.url, handlerOptions }));
  server.on('request', (request, response) => {
    if (/^\/(api|session)\b/.test(request.url ?? '')) backend(request, response);
    else {
      for (const [name, value] of Object.entries(appHeaders)) response.setHeader(name, value);
      app.listener(request, response);
    }
  });
  const close = async () => {
    server.closeAllConnections();
    await Promise.all([app.close(), sandbox.close(), new Promise((resolve) => server.close(resolve))]);
  };
  return {
    origin,
    sandbox: sandbox.sandbox,
    sandboxUrl: sandbox.url,
    consentUrl: sandbox.consentUrl,
    /** What the host sends with its pages from now on. */
    setAppHeaders: (headers: Readonly<Record<string, string>>) => {
      appHeaders = headers;
    },
    close,
  };
}

/** On 127.0.0.1, which is what `localhost` is for every browser too: two names, and to a browser two sites. */
async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The demo server has no port.');
  return address.port;
}

interface App {
  listener: RequestListener;
  close: () => Promise<void>;
}

const DEMO = fileURLToPath(new URL('.', import.meta.url));

const appConfig: InlineConfig = {
  configFile: false,
  root: DEMO,
  cacheDir: fileURLToPath(new URL('../../node_modules/.vite-demo', import.meta.url)),
  plugins: [react()],
  logLevel: 'warn',
};

async function developmentApp(server: Server): Promise<App> {
  const vite = await createViteServer({
    ...appConfig,
    server: { middlewareMode: true, hmr: { server } },
    // Everything at once: a dependency that is met later would load the page anew.
    optimizeDeps: {
      include: [
        'react',
        'react-dom',
        'react-dom/client',
        'react/jsx-runtime',
        'react/jsx-dev-runtime',
        '@tanstack/react-query',
        'zod/mini',
        '@cfworker/json-schema',
      ],
    },
  });
  return { listener: vite.middlewares, close: () => vite.close() };
}

/** Builds the demo app into a folder. */
export async function buildDemoApp(outDir: string): Promise<void> {
  const input = ['index.html', 'connected.html'].map((page) => join(DEMO, page));
  await build({ ...appConfig, build: { outDir, emptyOutDir: true, target: 'es2022', rolldownOptions: { input } } });
}

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };

/** Files of a folder: the callback page, and the app at every other address. */
function builtAppListener(folder: string): App {
  return {
    listener: async (request, response) => {
      const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
      const page = path === '/connected' ? '/connected.html' : '/index.html';
      const file = path.startsWith('/assets/') ? path : page;
      try {
        const content = await readFile(join(folder, file));
        response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(content);
      } catch {
        response.writeHead(404).end();
      }
    },
    close: async () => {},
  };
}
