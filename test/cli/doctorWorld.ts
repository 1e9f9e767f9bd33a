import { runCli } from '../../src/cli/index.js';
import { createSandbox, type Fault, type SandboxOptions } from '../../src/sandbox/index.js';
import type { ConnectHandlerOptions } from '../../src/server/index.js';
import { makeHandler } from '../server/harness.js';
import { CREDENTIALS, terminal } from './terminal.js';

export const SITE = 'https://app.example.com';

/** A host's site: a page by its path, beside the handler below `/api/airbyte`. */
type Pages = Readonly<Record<string, { status?: number; headers?: Record<string, string> }>>;

export interface DoctorWorldOptions {
  env?: Record<string, string>;
  faults?: Fault[];
  sandbox?: SandboxOptions;
  pages?: Pages;
  /** Of the host's handler. */
  handler?: Partial<ConnectHandlerOptions>;
  /** Milliseconds by which this machine's clock is ahead. */
  ahead?: number;
  /** In place of Airbyte. */
  airbyte?: typeof fetch;
}

/** Airbyte, a host's site, and a machine on which the doctor runs. Nothing else answers. */
export function doctorWorld({
  env = CREDENTIALS,
  faults = [],
  sandbox: options,
  pages = {},
  handler: handlerOptions,
  ahead = 0,
  airbyte,
}: DoctorWorldOptions = {}) {
  // The header that tells the time leaves out half a second on average.
  const now = () => Date.UTC(2026, 0, 1) + 500 + ahead;
  const sandbox = createSandbox({ now: () => Date.UTC(2026, 0, 1), faults, ...options });
  const { handler } = makeHandler({ fetch: sandbox.fetch, ...handlerOptions });
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.hostname.startsWith('api.airbyte.')) return dated(await (airbyte ?? sandbox.fetch)(input, init));
    if (url.origin === SITE && url.pathname.startsWith('/api/airbyte')) return handler(new Request(url, init));
    const page = url.origin === SITE ? pages[url.pathname] : undefined;
    if (page === undefined) throw new TypeError('fetch failed');
    return new Response('<!doctype html>', { status: page.status ?? 200, headers: page.headers ?? {} });
  };
  const run = async (...args: string[]) => {
    const { world, printed } = terminal({ env, fetch, now });
    const code = await runCli(['doctor', ...args], world);
    return { code, ...printed };
  };
  return { sandbox, run };
}

/** As Airbyte's hosts do, and the sandbox in memory does not. */
function dated(answer: Response): Response {
  const headers = new Headers(answer.headers);
  headers.set('date', new Date(Date.UTC(2026, 0, 1)).toUTCString());
  return new Response(answer.body, { status: answer.status, headers });
}
