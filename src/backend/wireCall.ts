import type * as z from 'zod/mini';
import { blameForSilence, ConnectError, createHttp, type HttpAnswer, type HttpRequest, isConnectError, tellDeveloper, toConnectError } from '../core/index.js';
import type { CreateKeys } from './createKeys.js';
import { judgeJson } from './judgeAnswer.js';
import { WIRE_HEADER, WIRE_VERSION } from './wire.js';

export interface WireCallOptions {
  /** Where the handler is mounted: a path, or an absolute address when it is on another origin. */
  endpoint: string;
  /** Sent with every call; a function is asked each time, so that a bearer may change. */
  headers?: Readonly<Record<string, string>> | (() => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>) | undefined;
  /** @default 'include' for an endpoint on another origin, else 'same-origin' */
  credentials?: HttpRequest['credentials'];
  /** @default the runtime's own */
  fetch?: typeof fetch | undefined;
}

interface WireRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the endpoint. */
  path: string;
  /** Builds the body when it is sent. */
  json?: (() => unknown) | undefined;
  signal?: AbortSignal | undefined;
  timeoutMs?: number | undefined;
  /** Gives the request a key, which makes a repeat safe: the handler answers it like the first. */
  keys?: CreateKeys | undefined;
}

/**
 * One call of the wire protocol. A read that the handler itself has answered is not repeated, since the handler has asked Airbyte three times
 * by then; but one that its limit has put off is, and what stands between is asked again. Rejects with a `ConnectError` and with nothing else.
 */
export interface WireCall {
  <T extends z.ZodMiniType>(request: WireRequest, schema: T): Promise<z.output<T>>;
  /** For answers that are not JSON. */
  raw<T>(request: WireRequest, judge: (answer: HttpAnswer, at: string) => T): Promise<T>;
}

export function createWireCall({ endpoint, headers, credentials, fetch = (input, init) => globalThis.fetch(input, init) }: WireCallOptions): WireCall {
  const base = endpoint.replace(/\/+$/, '');
  const http = createHttp({ fetch });
  const told = new Set<string>();

  /** Once: who has given a wrong address, or a definition's name that is none, finds out in the console. The people of the page read other words. */
  function tell({ code, message }: ConnectError): void {
    const isName = code === 'definition_not_found';
    const subject = isName ? message : code;
    if (told.has(subject) || !(isName || code === 'backend_unavailable')) return;
    told.add(subject);
    tellDeveloper(isName ? `${message} Check the definition’s name, and the handler’s \`definitions\`.` : message);
  }

  async function raw<T>({ path, json, keys, ...request }: WireRequest, judge: (answer: HttpAnswer, at: string) => T): Promise<T> {
    const { method } = request;
    async function send(body: { json?: unknown }, idempotencyKey: string | null): Promise<T> {
      const answer = await http({
        ...request,
        ...body,
        url: `${base}${path}`,
        headers: { ...(await headersOf(headers)), ...wireHeaders(idempotencyKey) },
        credentials: credentials ?? (isForeign(base) ? 'include' : 'same-origin'),
        safe: method === 'GET' || idempotencyKey !== null,
        isFinal: ({ status, headers: answered }) => method === 'GET' && status !== 429 && answered.has(WIRE_HEADER),
      });
      return judge(answer, `${method} ${base}${path.split('?', 1)[0] ?? ''}`);
    }
    try {
      const body = json === undefined ? {} : { json: json() };
      return await (keys === undefined ? send(body, null) : keys.withKey([path, body.json], (key) => send(body, key)));
    } catch (thrown) {
      const error = toConnectError(thrown);
      tell(error);
      throw blameForSilence(error);
    }
  }

  return Object.assign(<T extends z.ZodMiniType>(request: WireRequest, schema: T) => raw(request, (answer, at) => judgeJson(answer, schema, at)), { raw });
}

/** The key is a string of HTTP's structured fields, hence the quotes. */
const wireHeaders = (idempotencyKey: string | null) => ({
  accept: 'application/json',
  [WIRE_HEADER]: String(WIRE_VERSION),
  ...(idempotencyKey === null ? {} : { 'idempotency-key': `"${idempotencyKey}"` }),
});

async function headersOf(headers: WireCallOptions['headers']): Promise<Readonly<Record<string, string>>> {
  if (typeof headers !== 'function') return headers ?? {};
  try {
    return await headers();
  } catch (cause) {
    throw isConnectError(cause) ? cause : new ConnectError('internal', 'The `headers` function failed.', { cause });
  }
}

/** An absolute endpoint of another origin than the page's. */
function isForeign(endpoint: string): boolean {
  return URL.canParse(endpoint) && new URL(endpoint).origin !== globalThis.location?.origin;
}
