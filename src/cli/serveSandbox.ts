import { serveFetch } from '../node/serveFetch.js';
import { createSandbox, type Sandbox, type SandboxOptions } from '../sandbox/index.js';

export interface ServeSandboxOptions extends Omit<SandboxOptions, 'consentOrigin' | 'consentPath'> {
  /** Of the API, on `localhost`. @default a free one */
  port?: number | undefined;
  /** Of the consent page, on `127.0.0.1`: for a browser another site. @default a free one */
  consentPort?: number | undefined;
}

export interface ServedSandbox {
  /** Of the API. */
  url: string;
  /** Origin of the consent page. */
  consentUrl: string;
  sandbox: Sandbox;
  close(): Promise<void>;
}

/**
 * Serves a sandbox over http.
 * @throws the listening error, such as `EADDRINUSE`
 */
export async function serveSandbox({ port, consentPort, ...options }: ServeSandboxOptions = {}): Promise<ServedSandbox> {
  // The sandbox needs the consent page's address, which is known when its port is.
  let sandbox: Sandbox | null = null;
  const consent = await serveFetch({
    hostname: '127.0.0.1',
    port: consentPort,
    handler: (request) => sandbox?.consentFetch(request) ?? new Response('The sandbox is starting.', { status: 503 }),
  });
  sandbox = createSandbox({ ...options, consentOrigin: consent.url });
  const { fetch } = sandbox;
  try {
    const api = await serveFetch({ hostname: 'localhost', port, handler: (request) => fetch(request) });
    const close = async () => {
      await Promise.all([api.close(), consent.close()]);
    };
    return { url: api.url, consentUrl: consent.url, sandbox, close };
  } catch (error) {
    await consent.close();
    throw error;
  }
}
