import { ConnectError } from '../core/index.js';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The consent page's address, when it may be opened: https, or http on loopback. Anything else, `javascript:` above all, is refused.
 * @throws {ConnectError} `consent_url_refused`
 */
export function consentUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname)))) return url;
  throw new ConnectError(
    'consent_url_refused',
    'The consent page’s address is neither https nor http on loopback. Check what Airbyte, or your proxy before it, answers to the start of a sign-in.',
  );
}
