import * as z from 'zod/mini';
import { ConnectError, type ConnectErrorCode, type HttpAnswer, parseRetryAfter, readJson } from '../core/index.js';
import { errorAnswer, WIRE_HEADER, WIRE_VERSION } from './wire.js';

/** What stands before a handler (a gateway, a proxy) answers with statuses of its own. */
const FOREIGN_STATUS: Readonly<Record<number, ConnectErrorCode>> = { 401: 'session_missing', 413: 'body_too_large', 429: 'rate_limited' };

/**
 * The answer's body, by its schema.
 * @param at What was called, for the message: `GET /api/airbyte/connectors`.
 * @throws {ConnectError} the handler's own code; `version_mismatch`; `backend_unavailable` for an answer that is not the handler's, `upstream_invalid` for one of another shape
 */
export function judgeJson<T extends z.ZodMiniType>(answer: HttpAnswer, schema: T, at: string): z.output<T> {
  requireSuccess(answer, at);
  const parsed = z.safeParse(schema, jsonOf(answer));
  if (parsed.success) return parsed.data;
  if (!answer.headers.has(WIRE_HEADER)) throw notOurs(answer, at);
  const where = parsed.error.issues.map((issue) => issue.path.map(String).join('.')).join(', ');
  throw new ConnectError('upstream_invalid', `${at} answered JSON of another shape (at: ${where}).`, { requestId: requestIdOf(answer) });
}

/** @throws {ConnectError} as `judgeJson` */
export function requireSuccess(answer: HttpAnswer, at: string): void {
  const version = answer.headers.get(WIRE_HEADER);
  if (version !== null && version !== String(WIRE_VERSION)) {
    throw new ConnectError(
      'version_mismatch',
      `${at} speaks version ${version} of the kit's protocol and this page speaks ${WIRE_VERSION}: deploy both from one version.`,
    );
  }
  if (answer.status < 200 || answer.status > 299) throw errorOf(answer, at);
}

/** The id under which the backend logged the request. */
export const requestIdOf = ({ headers }: HttpAnswer): string | undefined => headers.get('x-request-id') ?? undefined;

function errorOf(answer: HttpAnswer, at: string): ConnectError {
  const parsed = z.safeParse(errorAnswer, jsonOf(answer));
  if (!parsed.success || isOfGateway(parsed.data.error.code, answer)) return notOurs(answer, at);
  const { code, requestId, retryAfter, fieldErrors, reason } = parsed.data.error;
  return new ConnectError(code, `${at} answered ${code}. The backend's log has the reason under the request id.`, {
    requestId: requestId ?? requestIdOf(answer),
    retryAfter,
    fieldErrors,
    reason,
  });
}

/** Some gateways answer a 5xx with an error of our shape, and with a code of their own, which the schema reads as `internal`. */
const isOfGateway = (code: ConnectErrorCode, { status, headers }: HttpAnswer): boolean => code === 'internal' && status >= 500 && !headers.has(WIRE_HEADER);

function notOurs({ status, headers }: HttpAnswer, at: string): ConnectError {
  const kind = headers.get('content-type')?.includes('html') ? 'HTML' : 'something foreign';
  const code = FOREIGN_STATUS[status] ?? 'backend_unavailable';
  const retryAfter = parseRetryAfter(headers.get('retry-after'), Date.now()) ?? undefined;
  return new ConnectError(
    code,
    `${at} answered ${kind} with status ${status}. Is the handler mounted there (\`basePath\`, \`endpoint\`), and does no login page, proxy or catch-all route answer for it?`,
    { retryAfter },
  );
}

/** Undefined for what is no JSON: then it is not the handler's. */
function jsonOf(answer: HttpAnswer): unknown {
  try {
    return /\bjson\b/.test(answer.headers.get('content-type') ?? '') ? readJson(answer) : undefined;
  } catch {
    return undefined; // Whoever asks tells of it, by its status.
  }
}
