import { ConnectError } from '../core/index.js';
import { isSecureUrl } from './secureUrl.js';

/** The URL, if it is one that may be opened: https, or http on loopback. @throws {ConnectError} `consent_url_refused` */
export function safeConsentUrl(url: string): string {
  if (isSecureUrl(url)) return url;
  throw new ConnectError('consent_url_refused', 'Airbyte answered a consent URL that is neither https nor on loopback. It is not opened.');
}
