/** Seconds in which a user's pages have a token renewed once at most, whatever they say. */
export const RENEWAL_SECONDS = 30;
/** Users that are remembered: as many as workspaces whose tokens are. */
const MAX_USERS = 10_000;

/** True when the user's token may be renewed now; the next one then has to wait. */
export type TokenRenewals = (userId: string) => boolean;

/** A page that says its token was refused can not be proved wrong, so that it is believed seldom: else it could mint as fast as it asks. */
export function createTokenRenewals(now: () => number): TokenRenewals {
  const lastAt = new Map<string, number>();
  return (userId) => {
    const last = lastAt.get(userId);
    if (last !== undefined && now() - last < RENEWAL_SECONDS * 1000) return false;
    lastAt.delete(userId);
    lastAt.set(userId, now());
    const [oldest] = lastAt.keys();
    if (lastAt.size > MAX_USERS && oldest !== undefined) lastAt.delete(oldest);
    return true;
  };
}
