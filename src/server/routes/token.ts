import type { MintedToken } from '../../airbyte/index.js';
import { wire } from '../../backend/index.js';
import { ConnectError } from '../../core/index.js';
import { json } from '../answer.js';
import { readBody } from '../body.js';
import type { Call } from '../call.js';
import { callbackUrlFor } from '../callbackUrl.js';
import type { Settings } from '../settings.js';

/** `POST /token`: a token of the user's workspace, for the browser. */
export async function mintToken(call: Call): Promise<Response> {
  const { settings, userId, request, requestId, report } = call;
  requireTokenEndpoint(settings);
  const callbackUrl = callbackUrlFor(settings, request);
  const { token, expiresAt } = await usableToken(call, await refusedTokens(request));
  report.event({ type: 'token_minted', requestId, userId });
  const { hosts, pattern } = settings;
  return json({
    token,
    tokenId: await idOf(call, token),
    expiresAt: new Date(expiresAt).toISOString(),
    workspaceName: userId,
    callbackUrl,
    apiUrl: hosts[pattern.tokenHost ?? 'agent'],
  });
}

/** @throws {ConnectError} `route_not_found`, `token_mode_unenforced` */
function requireTokenEndpoint({ tokenEndpoint, definitions, allow, oauthOverrides, pattern }: Settings): void {
  if (tokenEndpoint === 'off') throw new ConnectError('route_not_found', 'There is no POST /token: set the option `tokenEndpoint`.');
  if (tokenEndpoint === 'unenforced') return;
  if ([definitions, allow, oauthOverrides].some((option) => option !== undefined) || pattern.isNarrowed === true) {
    throw new ConnectError(
      'token_mode_unenforced',
      'Airbyte enforces neither `definitions` nor `allow` nor `oauthOverrides` nor the `tags` of templates() for a browser that holds a token. To accept that, set `tokenEndpoint: { unenforced: true }`.',
    );
  }
}

/**
 * The token that is held, unless Airbyte has refused it: then a new one, for everybody who asks from now on. Many that say so at once get the
 * same one. Who says so again within 30 s gets the new one again.
 */
async function usableToken(call: Call, refused: readonly string[]): Promise<MintedToken> {
  const { tokens, renewals, userId } = call;
  const held = await tokens.scopedToken(userId);
  if (refused.length === 0 || !refused.includes(await idOf(call, held.token))) return held;
  if (renewals(userId)) tokens.renew(held.token);
  return tokens.scopedToken(userId);
}

/** What names a token, in every instance alike, without telling any part of it. */
const idOf = ({ fingerprint }: Pick<Call, 'fingerprint'>, token: string): Promise<string> => fingerprint(JSON.stringify(['token', token]));

/** Ids of the tokens that Airbyte has refused. A body may be missing, also one whose type is told. */
async function refusedTokens(request: Request): Promise<readonly string[]> {
  const isJson = /^application\/json\b/i.test(request.headers.get('content-type') ?? '');
  return isJson ? ((await readBody(request, wire.requests.token, { missing: {} })).refused ?? []) : [];
}
