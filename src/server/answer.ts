import { wire } from '../backend/index.js';
import type { ConnectError, ExecuteFileResult } from '../core/index.js';

/** `encodeURIComponent` throws on half a character. */
const LONE_SURROGATE = /[\ud800-\udfff]/gu;

/** A JSON answer of the wire protocol. */
export const json = (body: unknown, status = 200): Response => Response.json(body, { status });

/** The error as the browser may see it: code, our request id, seconds to wait and what is wrong with which field. */
export function errorAnswer(error: ConnectError, requestId: string): Response {
  const response = json({ error: { ...error.toJSON(), requestId } }, error.status);
  if (error.retryAfter !== undefined) response.headers.set('retry-after', String(Math.ceil(error.retryAfter)));
  return response;
}

/** A file to save, never to show: whatever it holds, it does not run in the host's origin. */
export function fileAnswer({ blob, filename, contentType }: ExecuteFileResult): Response {
  const ascii = filename.replace(/[^\w.\- ]/g, '_');
  const headers = {
    'content-type': /^[\w.+-]+\/[\w.+-]+$/.test(contentType.split(';')[0]?.trim() ?? '') ? contentType : 'application/octet-stream',
    'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(filename.replace(LONE_SURROGATE, '_')).replace(/['()*]/g, percentEncoded)}`,
    'content-security-policy': 'sandbox',
  };
  return new Response(blob, { headers });
}

/** What every answer carries. `vary` also where no origin was sent: a cache must not give one origin's answer to another. */
export function finish(response: Response, requestId: string, cors: Record<string, string>): Response {
  const { headers } = response;
  headers.set('cache-control', 'no-store');
  headers.set('x-content-type-options', 'nosniff');
  headers.set(wire.WIRE_HEADER, String(wire.WIRE_VERSION));
  headers.set('vary', 'origin');
  headers.set('x-request-id', requestId);
  for (const [name, value] of Object.entries(cors)) headers.set(name, value);
  return response;
}

const percentEncoded = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
