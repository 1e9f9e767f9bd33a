import {
  type ApplicationTokens,
  createApplicationTokens,
  createOAuthApps,
  createTokenRenewals,
  type OAuthApps,
  type PatternClient,
  type TokenRenewals,
} from '../airbyte/index.js';
import { createFingerprint, type Fingerprint } from './fingerprint.js';
import { withoutConsent } from './oauthOverrides.js';
import { createLimiter, type Limiter, OPERATIONS_AT_ONCE, START_LIMIT } from './rateLimit.js';
import type { Report } from './report.js';
import { createSeal, type Seal } from './seal.js';
import type { Settings } from './settings.js';
import { createTurns, type Turns } from './turns.js';

/** What the routes work with: one set for each handler. */
export interface Parts {
  settings: Settings;
  client: PatternClient;
  /** Its definitions are those of a user whose workspace has OAuth apps of its own. */
  ownAppClient: PatternClient;
  tokens: ApplicationTokens;
  oauthApps: OAuthApps;
  seal: Seal;
  fingerprint: Fingerprint;
  limited: Limiter;
  /** Of the starts of sign-ins, beside `limited`. */
  limitedStarts: Limiter;
  /** Of operations: what a service answers to one may be large. */
  turns: Turns;
  /** Of tokens in browsers that Airbyte refuses before their end. */
  renewals: TokenRenewals;
  report: Report;
}

/** Everything that the settings make possible. Makes no call. */
export function createParts(settings: Settings, report: Report): Parts {
  const { pattern, hosts, catalog, fetch, now, clientId, clientSecret, organizationId, regionId, secret } = settings;
  const { generation, scopedToken } = pattern;
  const tokens = createApplicationTokens({ clientId, clientSecret, hosts, generation, scopedToken, fetch, now, organizationId, regionId });
  const warn = (sentence: string) => report.misconfigured(sentence);
  const context = { hosts, tokens, catalog, fetch, now, organizationId, regionId, warn };
  const oauthApps = createOAuthApps({ hosts, tokens, fetch, now, organizationId });
  return {
    settings,
    tokens,
    report,
    oauthApps,
    seal: createSeal(secret),
    fingerprint: createFingerprint(secret),
    limited: createLimiter(settings.rateLimit, now),
    turns: createTurns(settings.rateLimit === false ? Number.POSITIVE_INFINITY : OPERATIONS_AT_ONCE),
    renewals: createTokenRenewals(now),
    limitedStarts: createLimiter(settings.rateLimit && START_LIMIT, now),
    client: pattern.client(context),
    ownAppClient: pattern.client({ ...context, catalog: withoutConsent(catalog), withoutConsent: true }),
  };
}
