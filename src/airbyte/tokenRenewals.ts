import { RecentMap } from './recentMap.js';

/** Milliseconds in which a token is renewed once at most because somebody says, or seems to say, that it was refused. */
const RENEWAL_MS = 30_000;
/** Names that are remembered: as many as workspaces whose tokens are. */
const LIMIT = 10_000;

/** True when the token of this name may be renewed now; the next one then has to wait. */
export type TokenRenewals = (name: string) => boolean;

/**
 * Whether Airbyte has refused a token, or a service what a person typed, looks the same from here, and what a page says can not be proved
 * wrong: both are believed seldom, else one person could have tokens minted as fast as they ask.
 */
export function createTokenRenewals(now: () => number): TokenRenewals {
  const recent = new RecentMap<{ next: number }>(LIMIT);
  return (name) => {
    const known = recent.getOrMake(name, () => ({ next: 0 }));
    if (now() < known.next) return false;
    known.next = now() + RENEWAL_MS;
    return true;
  };
}
