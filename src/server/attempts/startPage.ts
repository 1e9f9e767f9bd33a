import { ConnectError } from '../../core/index.js';
import type { Call } from '../call.js';
import { isOwnCallback } from '../callback/ownCallback.js';
import { allowedReturnPath } from '../callback/returnPath.js';
import { allowedOrigin, isCrossSite } from '../origins.js';
import type { StartPage } from './attempt.js';

/**
 * Where the handler's own callback says how the sign-in ended. Null where the host's page is the callback, which knows by itself.
 * @throws {ConnectError} `callback_needs_page` for a page on another site, which no cookie reaches; `invalid_input` for a path that is not allowed
 */
export function startPage({ settings, request }: Call, callbackUrl: string, returnTo: string | undefined): StartPage | null {
  const path = returnTo === undefined ? null : requireReturnPath(returnTo, settings.returnPaths);
  if (!isOwnCallback(callbackUrl, settings.basePath)) return null;
  if (isCrossSite(request)) {
    throw new ConnectError(
      'callback_needs_page',
      'The page is on another site than the handler, so that `GET /callback` would come without a cookie. Let `callbackUrl` be a page that shows <OAuthCallbackPage/>.',
    );
  }
  return { origin: allowedOrigin(request, settings.allowedOrigins), returnTo: path };
}

function requireReturnPath(returnTo: string, paths: readonly string[]): string {
  const path = allowedReturnPath(returnTo, paths);
  if (path !== null) return path;
  throw new ConnectError('invalid_input', "`returnTo` is not one of the handler's `returnPaths`.", { fieldErrors: { returnTo: { code: 'enum' } } });
}
