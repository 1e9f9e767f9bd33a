import { ConnectError } from '../../core/index.js';
import type { Call } from '../call.js';
import { isOwnCallback } from '../callback/ownCallback.js';
import { allowedReturnPath } from '../callback/returnPath.js';
import { allowedOrigin, isCrossSite } from '../origins.js';
import type { StartPage } from './attempt.js';

/**
 * Where the handler's own callback says how the sign-in ended, and where a tab goes back to: a path that is not on the host's list counts as
 * none, since the kit's client names its page with every start. Null where the host's page is the callback, which knows by itself.
 * @throws {ConnectError} `callback_needs_page` for a page on another site, which no cookie reaches
 */
export function startPage({ settings, request }: Call, callbackUrl: string, returnTo: string | undefined): StartPage | null {
  if (!isOwnCallback(callbackUrl, settings.basePath)) return null;
  if (isCrossSite(request)) {
    throw new ConnectError(
      'callback_needs_page',
      'The page is on another site than the handler, so that `GET /callback` would come without a cookie. Let `callbackUrl` be a page that shows <OAuthCallbackPage/>.',
    );
  }
  const path = returnTo === undefined ? null : allowedReturnPath(returnTo, settings.returnPaths);
  return { origin: allowedOrigin(request, settings.allowedOrigins), returnTo: path };
}
