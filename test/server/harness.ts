import { inspect } from 'node:util';
import type { ConnectHandler, ConnectHandlerEvent, ConnectHandlerOptions } from '../../src/server/index.js';
import { createConnectHandler } from '../../src/server/index.js';

export const APP = 'https://app.example.com';
export const HOST = 'https://api.host.example';

/** A clock that a test moves by hand. */
export function createClock(start = Date.UTC(2026, 0, 1)) {
  let time = start;
  const advance = (ms: number): void => {
    time += ms;
  };
  return { now: () => time, advance };
}

/** A network that nothing may use. */
export const noNetwork: typeof fetch = async (input) => {
  throw new Error(`No request was expected: ${input instanceof Request ? input.url : String(input)}`);
};

export interface MadeHandler {
  handler: ConnectHandler;
  events: ConnectHandlerEvent[];
}

/** A handler whose host signs people in by the header `x-user`. */
export function makeHandler(options: Partial<ConnectHandlerOptions> = {}): MadeHandler {
  const events: ConnectHandlerEvent[] = [];
  const handler = createConnectHandler({
    clientId: 'sandbox-client-id',
    clientSecret: 'sandbox-client-secret',
    authorize: (request) => request.headers.get('x-user'),
    callbackUrl: `${APP}/connected`,
    fetch: noNetwork,
    onEvent: (event) => void events.push(event),
    ...options,
  });
  return { handler, events };
}

export interface CallInit {
  body?: unknown;
  headers?: Record<string, string>;
  /** A body as it is. */
  raw?: BodyInit;
  /** Ends when the browser leaves. */
  signal?: AbortSignal;
}

/** A browser: it keeps cookies, names its origin, and has somebody signed in. */
export interface Browser {
  user: string | null;
  cookies: Map<string, string>;
  /** Every `Set-Cookie` line it met. */
  setCookies: string[];
  call(method: string, path: string, init?: CallInit): Promise<Response>;
}

export function createBrowser(handler: (request: Request) => Promise<Response>, user: string | null, base = `${HOST}/api/airbyte`): Browser {
  const browser: Browser = {
    user,
    cookies: new Map(),
    setCookies: [],
    async call(method, path, { body, raw, headers = {}, signal } = {}) {
      const request = new Request(`${base}${path}`, {
        method,
        headers: {
          origin: APP,
          'ack-wire': '1',
          ...(browser.user === null ? {} : { 'x-user': browser.user }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(browser.cookies.size === 0 ? {} : { cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
          ...headers,
        },
        ...(signal === undefined ? {} : { signal }),
        ...(raw === undefined ? {} : { body: raw }),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const response = await handler(request);
      for (const line of response.headers.getSetCookie()) keep(browser, line);
      return response;
    },
  };
  return browser;
}

function keep({ cookies, setCookies }: Browser, line: string): void {
  setCookies.push(line);
  const [pair = ''] = line.split(';');
  const name = pair.slice(0, pair.indexOf('='));
  if (/Max-Age=0/.test(line)) cookies.delete(name);
  else cookies.set(name, pair.slice(pair.indexOf('=') + 1));
}

/** The error of an answer, without its request id. */
export async function errorOf(response: Response): Promise<{ status: number; code: string; fieldErrors?: unknown }> {
  // SAFETY: a test reads what it expects; anything else fails its assertion.
  const { error } = (await response.json()) as { error: { code: string; requestId: string; fieldErrors?: unknown } };
  const { requestId: _, ...rest } = error;
  return { status: response.status, ...rest };
}

/** Everything a value shows when it is printed as deep as it goes, causes and hidden properties included. */
export const printed = (value: unknown): string => inspect(value, { depth: Infinity, showHidden: true, maxArrayLength: null, maxStringLength: null });
