import { abortable, wait } from './abort.js';
import { ConnectError } from './connectError.js';
import { readBody } from './readBody.js';
import { delayBeforeRetry, isRepeatableStatus, MAX_ATTEMPTS, parseRetryAfter } from './retry.js';
import { isConnectError } from './toConnectError.js';

const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;

export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as a JSON body. */
  json?: unknown;
  /** As `RequestCredentials` of the DOM's types, which a backend's compiler may not have. */
  credentials?: 'include' | 'omit' | 'same-origin' | undefined;
  signal?: AbortSignal | undefined;
  /** For the whole call, its repeats included, in milliseconds. @default 30_000 */
  timeoutMs?: number | undefined;
  /** Repeating does no harm: a read. Only then is a 429, a 5xx or a network failure tried again. @default false */
  safe?: boolean | undefined;
  /** Whether who answered has repeated already what repeating can mend: then it is not asked again. @default nobody has */
  isFinal?: ((answer: HttpAnswer) => boolean) | undefined;
  /** Bytes of the answer that are read at most. @default 64 MiB */
  maxBytes?: number | undefined;
}

/** An answer of any status but a redirect. Judging it is the caller's. */
export interface HttpAnswer {
  status: number;
  headers: Headers;
  bytes: Uint8Array<ArrayBuffer>;
}

/** @throws {ConnectError} `network_unavailable`, `timeout`, `aborted`, `backend_unavailable` (a redirect), `upstream_invalid` (too large an answer), `invalid_input` (values that are no JSON) */
export type Http = (request: HttpRequest) => Promise<HttpAnswer>;

export interface HttpOptions {
  fetch: typeof fetch;
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined;
  /** Waits, in milliseconds. */
  sleep?: ((ms: number) => Promise<void>) | undefined;
  /** From 0 to 1. @default Math.random */
  random?: (() => number) | undefined;
}

type Outcome = { answer: HttpAnswer } | { error: ConnectError };

/**
 * Sends requests with a deadline, and repeats the safe ones. A redirect is reported, never followed: a bearer stays with its origin.
 * @example const answer = await createHttp({ fetch })({ method: 'GET', url, safe: true, signal });
 */
export function createHttp({ fetch, now = Date.now, sleep = wait, random = Math.random }: HttpOptions): Http {
  return async (request) => {
    const body = bodyOf(request.json);
    const deadline = startDeadline(request);
    try {
      for (let attempt = 1; ; attempt += 1) {
        const outcome = await sendOnce(fetch, request, body, deadline);
        const repeats = request.safe === true && attempt < MAX_ATTEMPTS && !('answer' in outcome && request.isFinal?.(outcome.answer) === true);
        const delay = repeats ? retryDelay(outcome, attempt, now(), random()) : null;
        if (delay === null) return settle(outcome);
        await abortable(sleep(delay), deadline.signal).catch(() => undefined);
        if (deadline.signal.aborted) throw deadline.failure(undefined);
      }
    } finally {
      deadline.stop();
    }
  };
}

const decoder = new TextDecoder();

/** The answer's JSON. @throws {ConnectError} `upstream_invalid` when it is none */
export function readJson({ bytes, status, headers }: HttpAnswer): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    // The parser's message quotes the text, which may hold anything: it is not kept.
    throw new ConnectError('upstream_invalid', `The answer (status ${status}, ${headers.get('content-type') ?? 'no content type'}) is not JSON.`);
  }
}

/** Written once, before anything is sent: what can not be written is no failure of the network. @throws {ConnectError} `invalid_input` */
function bodyOf(json: unknown): string | undefined {
  try {
    return JSON.stringify(json);
  } catch (cause) {
    throw new ConnectError('invalid_input', 'The values can not be written as JSON: they are circular, nested too deep, or hold a BigInt.', { cause });
  }
}

async function sendOnce(fetch: HttpOptions['fetch'], request: HttpRequest, body: string | undefined, deadline: Deadline): Promise<Outcome> {
  try {
    return { answer: await abortable(exchange(fetch, request, body, deadline.signal), deadline.signal) };
  } catch (error) {
    if (isConnectError(error)) throw error;
    if (deadline.signal.aborted) throw deadline.failure(error);
    return { error: new ConnectError('network_unavailable', `${request.method} ${origin(request.url)} could not be reached.`, { cause: error }) };
  }
}

async function exchange(fetch: HttpOptions['fetch'], request: HttpRequest, body: string | undefined, signal: AbortSignal): Promise<HttpAnswer> {
  const { method, url, headers = {}, credentials, maxBytes = DEFAULT_MAX_BYTES } = request;
  const response = await fetch(url, {
    method,
    headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
    redirect: 'manual',
    signal,
    ...(body === undefined ? {} : { body }),
    ...(credentials === undefined ? {} : { credentials }),
  });
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
    throw new ConnectError('backend_unavailable', `${method} ${origin(url)} answered a redirect, which is not followed. Check the configured address.`);
  }
  return { status: response.status, headers: response.headers, bytes: await readBody(response, maxBytes) };
}

function retryDelay(outcome: Outcome, attempt: number, now: number, random: number): number | null {
  if ('error' in outcome) return delayBeforeRetry(attempt, null, random);
  const { status, headers } = outcome.answer;
  return isRepeatableStatus(status) ? delayBeforeRetry(attempt, parseRetryAfter(headers.get('retry-after'), now), random) : null;
}

function settle(outcome: Outcome): HttpAnswer {
  if ('error' in outcome) throw outcome.error;
  return outcome.answer;
}

interface Deadline {
  signal: AbortSignal;
  /** What an aborted signal means. */
  failure(cause: unknown): ConnectError;
  stop(): void;
}

function startDeadline({ method, url, signal, timeoutMs = DEFAULT_TIMEOUT_MS }: HttpRequest): Deadline {
  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  if (signal?.aborted === true) abort();
  signal?.addEventListener('abort', abort, { once: true });
  const timer = setTimeout(() => controller.abort(), timeoutMs);
  return {
    signal: controller.signal,
    failure: (cause) =>
      signal?.aborted === true
        ? new ConnectError('aborted', 'The call was aborted by its caller.', { cause })
        : new ConnectError('timeout', `${method} ${origin(url)} gave no whole answer within ${timeoutMs} ms.`, { cause }),
    stop() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    },
  };
}

/** What of an address may be said in a message: a query can hold anything. */
const origin = (url: string): string => url.split(/[?#]/, 1)[0] ?? url;
