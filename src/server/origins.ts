import { ConnectError } from '../core/index.js';
import { WIRE_HEADER } from './wireVersion.js';

const PREFLIGHT_SECONDS = 600;
const METHODS = 'GET, POST, PATCH, DELETE, OPTIONS';
const EXPOSED = `${WIRE_HEADER}, content-disposition, retry-after, x-request-id`;

/** The request's origin when it is on the list, else null. */
export function allowedOrigin(request: Request, allowed: ReadonlySet<string>): string | null {
  const origin = request.headers.get('origin');
  return origin !== null && allowed.has(origin) ? origin : null;
}

/**
 * Unsafe methods are taken from the same origin or from an allowed one. `same-site` is foreign (another subdomain may be anybody's), and
 * a request that says neither is refused: it may come from a browser too old to tell.
 * @throws {ConnectError} `origin_refused`
 */
export function requireOrigin(request: Request, allowed: ReadonlySet<string>): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  if (request.headers.get('sec-fetch-site') === 'same-origin' || allowedOrigin(request, allowed) !== null) return;
  const origin = request.headers.get('origin');
  throw new ConnectError(
    'origin_refused',
    `A ${request.method} request from ${origin === null ? 'an origin it does not name' : JSON.stringify(origin)} is refused. If that page is yours, add its origin to \`allowedOrigins\`.`,
  );
}

/** The page is on another site: its browser keeps no cookie of ours. A browser that does not say so is taken as being on ours. */
export const isCrossSite = (request: Request): boolean => request.headers.get('sec-fetch-site') === 'cross-site';

/** What lets the page of an allowed origin read the answer. */
export function corsHeaders(origin: string | null): Record<string, string> {
  return origin === null ? {} : { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true', 'access-control-expose-headers': EXPOSED };
}

/**
 * Answers `OPTIONS`. Any header may be sent by an allowed origin, since the host's own session may travel in one.
 * @throws {ConnectError} `origin_refused`
 */
export function preflight(request: Request, allowed: ReadonlySet<string>): Response {
  if (request.headers.has('origin') && allowedOrigin(request, allowed) === null) {
    throw new ConnectError('origin_refused', 'A preflight from an origin that is not in `allowedOrigins` is refused.');
  }
  const headers = new Headers({ allow: METHODS });
  if (request.headers.has('origin')) {
    headers.set('access-control-allow-methods', METHODS);
    headers.set('access-control-allow-headers', request.headers.get('access-control-request-headers') ?? `content-type, ${WIRE_HEADER}`);
    headers.set('access-control-max-age', String(PREFLIGHT_SECONDS));
  }
  return new Response(null, { status: 204, headers });
}
