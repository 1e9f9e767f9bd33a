import { ConnectError } from '../../core/index.js';
import { json } from '../answer.js';
import type { Call } from '../call.js';
import { callbackUrlFor } from '../callbackUrl.js';

/** `POST /token`: a token of the user's workspace, for the browser. */
export async function mintToken({ settings, tokens, userId, request, requestId, report }: Call): Promise<Response> {
  const { tokenEndpoint, definitions, allow, oauthOverrides, hosts, pattern } = settings;
  if (tokenEndpoint === 'off') throw new ConnectError('route_not_found', 'There is no POST /token: set the option `tokenEndpoint`.');
  if (tokenEndpoint === 'on' && [definitions, allow, oauthOverrides].some((option) => option !== undefined)) {
    throw new ConnectError(
      'token_mode_unenforced',
      'Airbyte enforces neither `definitions` nor `allow` nor `oauthOverrides` for a browser that holds a token. To accept that, set `tokenEndpoint: { unenforced: true }`.',
    );
  }
  const callbackUrl = callbackUrlFor(settings, request);
  const { token, expiresAt } = await tokens.scopedToken(userId);
  report.event({ type: 'token_minted', requestId, userId });
  return json({ token, expiresAt: new Date(expiresAt).toISOString(), workspaceName: userId, callbackUrl, apiUrl: hosts[pattern.tokenHost ?? 'agent'] });
}
