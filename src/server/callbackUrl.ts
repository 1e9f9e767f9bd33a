import { ConnectError } from '../core/index.js';
import { allowedOrigin } from './origins.js';
import { callbackProblem, type Settings } from './settings.js';

/**
 * The callback page for this request. Where it depends on the origin, only an allowed one counts.
 * @throws {ConnectError} `origin_refused`, `handler_misconfigured`
 */
export function callbackUrlFor({ callbackUrl, allowedOrigins }: Settings, request: Request): string {
  if (typeof callbackUrl === 'string') return callbackUrl;
  const origin = allowedOrigin(request, allowedOrigins);
  if (origin === null) throw new ConnectError('origin_refused', 'Where `callbackUrl` is a function, the request must come from one of `allowedOrigins`.');
  const url = callbackUrl(origin);
  const problem = callbackProblem(url);
  if (problem !== null) throw new ConnectError('handler_misconfigured', problem);
  return url;
}
