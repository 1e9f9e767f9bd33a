import type { CallOptions } from '../core/index.js';
import { createCaller } from './call.js';
import { applicationTokenRequest, readScopedToken, scopedTokenRequest, sendApplicationToken } from './calls/tokenCalls.js';
import { jwtExpiry } from './jwtClaims.js';
import type { AirbyteHosts, AirbytePattern, TokenSource } from './patterns/pattern.js';
import { RecentMap } from './recentMap.js';
import { createSend } from './send.js';
import { createTokenSlot, type MintedToken, type TokenSlot } from './tokenSlot.js';

const APPLICATION_SECONDS = 900;
const SCOPED_SECONDS = 1200;
const SCOPED_LIMIT = 10_000;

export interface ApplicationTokensOptions {
  clientId: string;
  clientSecret: string;
  hosts: AirbyteHosts;
  generation: AirbytePattern['generation'];
  organizationId?: string | undefined;
  /** Region of a workspace that is made by a scoped token; a UUID. */
  regionId?: string | undefined;
  /** How the pattern asks for a workspace's own token. @default by the workspace's name */
  scopedToken?: AirbytePattern['scopedToken'];
  fetch?: typeof fetch | undefined;
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined;
}

/** Tokens made from an application's id and secret. */
export interface ApplicationTokens extends TokenSource {
  /** A scoped token with its end in milliseconds since the epoch: what `POST /token` hands out. */
  scopedToken(workspaceName: string, options?: CallOptions): Promise<MintedToken>;
}

/**
 * Tokens for a server: an application token (900 s) and one scoped token for each of the 10,000 workspaces used last, each renewed 60 s
 * early and asked for once however many wait. Nothing is requested before the first use.
 * @throws {ConnectError} from its methods: `upstream_refused` when Airbyte refuses id and secret, `upstream_unavailable`, `rate_limited`
 * @example const tokens = createApplicationTokens({ clientId, clientSecret, hosts: AIRBYTE_CLOUD, generation: 'current' });
 */
export function createApplicationTokens(options: ApplicationTokensOptions): ApplicationTokens {
  const { clientId, clientSecret, hosts, generation, organizationId, regionId, now = Date.now } = options;
  const fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const send = createSend({ hosts, fetch, now, organizationId });

  const application = createTokenSlot(async () => {
    const { token, lifetime } = await sendApplicationToken(send, applicationTokenRequest(generation, clientId, clientSecret), now());
    return { token, expiresAt: now() + (lifetime ?? APPLICATION_SECONDS) * 1000 };
  }, now);
  const scoped = new RecentMap<TokenSlot>(SCOPED_LIMIT);

  const tokens: ApplicationTokens = {
    application: async ({ signal } = {}) => (await application.get(signal)).token,
    scopedToken: (workspaceName, { signal } = {}) => scoped.getOrMake(workspaceName, () => createTokenSlot(() => mintScoped(workspaceName), now)).get(signal),
    scoped: async (workspaceName, callOptions) => (await tokens.scopedToken(workspaceName, callOptions)).token,
    renew(refusedToken) {
      application.drop(refusedToken);
      for (const slot of scoped.values()) slot.drop(refusedToken);
    },
  };
  const caller = createCaller(send, tokens, now);

  async function mintScoped(workspaceName: string): Promise<MintedToken> {
    const minted = await (options.scopedToken ?? mintByName)({ caller, workspaceName, generation, organizationId, regionId });
    return { token: minted.token, expiresAt: minted.expiresAt ?? now() + SCOPED_SECONDS * 1000 };
  }

  return tokens;
}

const mintByName: NonNullable<AirbytePattern['scopedToken']> = async ({ caller, workspaceName, generation, regionId }) => {
  const answer = await caller.call(scopedTokenRequest(generation, workspaceName, regionId), 'application', { call: 'scoped_token' });
  const token = readScopedToken(answer);
  return { token, expiresAt: jwtExpiry(token) };
};
