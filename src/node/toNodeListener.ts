import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener, RequestError } from '@hono/node-server';

/** Anything that answers a `Request`: a connect handler, and whatever a host builds around one. */
export type FetchHandler = (request: Request) => Response | Promise<Response>;

/** What body parsers leave on a request. */
type ParsedMessage = IncomingMessage & { body?: unknown; rawBody?: unknown };

/**
 * The handler as a listener for Node's http: for Express, Fastify, Next's pages router and plain `http.createServer`. It works below a
 * prefix that the router strips, and after a body parser: the parsed body is written out again.
 * Fastify parses into its own request: `(request, reply) => { reply.hijack(); listener(Object.assign(request.raw, { body: request.body }), reply.raw); }`.
 * @example app.use('/api/airbyte', toNodeListener(handler));
 */
export function toNodeListener(handler: FetchHandler): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  // The host's own Request and Response stay as they are, and an address without a host is no reason to fail.
  const listener = getRequestListener((request) => handler(request), { overrideGlobalObjects: false, hostname: 'localhost', errorHandler });
  return async (request: ParsedMessage, response) => {
    const eaten = request.readableEnded && request.body !== undefined && request.body !== null;
    if (eaten && !(request.rawBody instanceof Buffer)) request.rawBody = bytesOf(request.body);
    await listener(request, response);
  };
}

function bytesOf(body: unknown): Buffer {
  if (body instanceof Uint8Array) return Buffer.from(body);
  if (typeof body === 'string') return Buffer.from(body);
  try {
    return Buffer.from(JSON.stringify(body));
  } catch {
    // Nested too deep. The handler answers a body that is no JSON as a bad request.
    return Buffer.alloc(0);
  }
}

/** A request that Node took and the Fetch standard does not (a wrong `Host`, a method that it forbids), or a host's own function that threw. */
function errorHandler(error: unknown): Response {
  const isRequest = error instanceof RequestError;
  if (!isRequest) process.emitWarning(error instanceof Error ? error : String(error));
  const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  return Response.json({ error: { code: isRequest ? 'bad_request' : 'internal' } }, { status: isRequest ? 400 : 500, headers });
}
