/** What was sent, less what a test does not look at. */
export interface SentRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  bearer: string | null;
  organizationId: string | null;
  body: unknown;
}

export interface ScriptedAnswer {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** An answer, or a function of the request; of a list each is used once and the last one stays. */
type Script = ScriptedAnswer | ((request: SentRequest) => ScriptedAnswer | Promise<ScriptedAnswer>);

/**
 * A network edge that answers by script and notes every request: for what the sandbox does not show, such as a token that is refused
 * once. A request without a script fails the test.
 * @param scripts By `METHOD /path`.
 */
export function scriptedAirbyte(scripts: Record<string, Script | Script[]> = {}) {
  const requests: SentRequest[] = [];
  let minted = 0;
  const left: Record<string, Script | Script[]> = {
    'POST /api/v1/account/applications/token': () => ({ body: { access_token: `app-${++minted}`, token_type: 'bearer', expires_in: 900 } }),
    'POST /v1/applications/token': () => ({ body: { access_token: `app-${++minted}`, token_type: 'Bearer', expires_in: 900 } }),
    'POST /api/v1/account/applications/scoped-token': () => ({ body: { token: `scoped-${++minted}` } }),
    'POST /api/v1/embedded/scoped-token': () => ({ body: { access_token: `scoped-${++minted}` } }),
    ...scripts,
  };

  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const text = await request.text();
    const sent: SentRequest = {
      method: request.method,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      bearer: request.headers.get('authorization')?.replace('Bearer ', '') ?? null,
      organizationId: request.headers.get('x-organization-id'),
      body: text === '' ? undefined : JSON.parse(text),
    };
    requests.push(sent);
    const key = `${sent.method} ${sent.path}`;
    const script = left[key];
    const next = Array.isArray(script) ? (script.length > 1 ? script.shift() : script[0]) : script;
    if (next === undefined) throw new Error(`No script for ${key}`);
    const { status = 200, body = {}, headers = {} } = typeof next === 'function' ? await next(sent) : next;
    const raw = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
    // SAFETY: text and bytes are both a body; the union is only too wide for the type of typed arrays.
    return new Response(raw as BodyInit, { status, headers: { 'content-type': 'application/json', ...headers } });
  };

  return {
    fetch,
    requests,
    /** The requests of one call, `POST /path`. */
    sent: (key: string) => requests.filter(({ method, path }) => `${method} ${path}` === key),
  };
}

/** A JWT that ends at this time, in milliseconds since the epoch. Its signature is nobody's. */
export function jwtUntil(expiresAt: number, name = 'token'): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ exp: Math.floor(expiresAt / 1000), sub: name })}.signature`;
}

/** A clock that stands still until it is moved. */
export function testClock(start = Date.parse('2026-03-01T10:00:00Z')) {
  let time = start;
  return {
    now: () => time,
    /** @param ms Milliseconds. */
    advance: (ms: number) => {
      time += ms;
    },
  };
}

export const HOSTS = { agent: 'https://agent.example', public: 'https://public.example' };
