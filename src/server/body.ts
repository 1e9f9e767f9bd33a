import * as z from 'zod/mini';
import { wire } from '../backend/index.js';
import { abortable, ConnectError, type FieldProblem } from '../core/index.js';
import { isDeeperThan } from './depth.js';
import { shown } from './shown.js';

/** Levels of a body: more than any form makes, and few enough for whatever writes it out again. */
const MAX_DEPTH = 64;
/** Milliseconds in which a body must have come: one that drips holds a place of its user's. */
const READ_MS = 30_000;

export interface ReadBodyOptions {
  /** What a body without any text counts as. @default a bad request */
  missing?: unknown;
  /** Bytes at most. @default `MAX_BODY_BYTES` of the protocol */
  maxBytes?: number;
}

/**
 * The request's JSON body, by its schema.
 * @throws {ConnectError} `unsupported_media_type`, `body_too_large`, `bad_request`, `invalid_input`, `timeout`
 */
export async function readBody<T extends z.ZodMiniType>(
  request: Request,
  schema: T,
  { missing, maxBytes = wire.MAX_BODY_BYTES }: ReadBodyOptions = {},
): Promise<z.output<T>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new ConnectError('unsupported_media_type', 'The body must be application/json.');
  const text = await readText(request, maxBytes);
  const body = text === '' && missing !== undefined ? missing : parseJson(text);
  if (isDeeperThan(MAX_DEPTH, body)) throw new ConnectError('invalid_input', `The body is nested deeper than ${MAX_DEPTH} levels.`);
  const parsed = z.safeParse(schema, body);
  if (parsed.success) return parsed.data;
  const fieldErrors = fieldErrorsOf(parsed.error.issues);
  throw new ConnectError('invalid_input', `The body does not have the expected shape at: ${Object.keys(fieldErrors).join(', ')}.`, { fieldErrors });
}

/** Counts while reading: a `content-length` may be missing, or lie. */
async function readText(request: Request, maxBytes: number): Promise<string> {
  if (request.bodyUsed) throw new ConnectError('internal', 'The request body was read before the handler got it: let `authorize` read a clone of the request.');
  const tooLarge = () => new ConnectError('body_too_large', `The body has more than ${maxBytes} bytes.`);
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  const reader = request.body?.getReader();
  if (reader === undefined) return '';
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new ConnectError('timeout', `The body had not come after ${READ_MS / 1000} s.`)), READ_MS);
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await abortable(reader.read(), late.signal);
      if (done) return text + decoder.decode();
      bytes += value.byteLength;
      if (bytes > maxBytes) throw tooLarge();
      text += decoder.decode(value, { stream: true });
    }
  } catch (error) {
    reader.cancel().catch(() => undefined); // Not waited for: what sends nothing may not end either.
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** The parser's message is left out: it quotes the text, and the text may be a credential. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ConnectError('bad_request', 'The body is not JSON.');
  }
}

const CODES: Readonly<Record<string, string>> = { invalid_type: 'type', too_small: 'minimum', too_big: 'maximum' };

/** Places that are named at most: whoever sends a body chooses its keys, and they go into a log. */
const MAX_NAMED = 20;

/** Keyed as the form keys its errors: `values.credentials` is `credentials`. */
function fieldErrorsOf(issues: readonly z.core.$ZodIssue[]): Record<string, FieldProblem> {
  const entries = issues.flatMap((issue) => {
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, MAX_NAMED).map((key) => [...issue.path, key]) : [issue.path];
    return paths.map((path) => [(path[0] === 'values' ? path.slice(1) : path).map(shown).join('.'), { code: CODES[issue.code] ?? 'invalid_input' }] as const);
  });
  return Object.fromEntries(entries.slice(0, MAX_NAMED));
}
