import { createServer, type Server } from 'node:http';
import { type FetchHandler, toNodeListener } from './toNodeListener.js';

export interface ServeFetchOptions {
  handler: FetchHandler;
  hostname: string;
  /** 0 or none: a free one. */
  port?: number | undefined;
}

export interface FetchServer {
  port: number;
  /** `http://<hostname>:<port>`. */
  url: string;
  /** Ends open connections too. */
  close(): Promise<void>;
}

/**
 * Listens with a handler of `Request`. Resolves when it is ready.
 * @throws the listening error, such as `EADDRINUSE`
 */
export async function serveFetch({ handler, hostname, port = 0 }: ServeFetchOptions): Promise<FetchServer> {
  const listener = toNodeListener(handler);
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, hostname, resolve));
  const taken = portOf(server);
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port: taken, url: `http://${hostname}:${taken}`, close };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('The server listens on no port.');
  return address.port;
}
