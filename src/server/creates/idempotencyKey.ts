import { ConnectError } from '../../core/index.js';

export const IDEMPOTENCY_HEADER = 'idempotency-key';

/**
 * The request's `Idempotency-Key` (IETF draft httpapi-idempotency-key-header: a string in quotes; without them it is taken too). Null when
 * there is none: then a repeat creates again.
 * @throws {ConnectError} `bad_request` for one that is empty, has more than 255 characters, or others than visible ASCII
 */
export function idempotencyKey(request: Request): string | null {
  const header = request.headers.get(IDEMPOTENCY_HEADER)?.trim();
  if (header === undefined) return null;
  const key = /^"(.*)"$/.exec(header)?.[1] ?? header;
  if (/^[\x21\x23-\x5b\x5d-\x7e]{1,255}$/.test(key)) return key;
  throw new ConnectError('bad_request', 'The Idempotency-Key is empty, too long, or has characters that are not visible ASCII.');
}
