import { ConnectError } from '../core/index.js';

/** How much one user may ask of one instance. */
export interface RateLimit {
  /** Requests at once, and then again over `seconds`. */
  requests: number;
  seconds: number;
  /** Requests of one user that run at the same time. @default 20 */
  concurrent?: number | undefined;
}

/** Enough for several tabs of one person, and little against a loop. */
export const DEFAULT_RATE_LIMIT: RateLimit = { requests: 300, seconds: 60 };
/** Sign-ins that one user starts: each leaves a note, and inputs of 32 KB, in the store. More than a team behind one user id needs, and little of the store. */
export const START_LIMIT: RateLimit = { requests: 60, seconds: 900 };
/** Operations of one user that run at the same time; further ones wait. Each holds up to 64 MiB, more than once. */
export const OPERATIONS_AT_ONCE = 4;
const DEFAULT_CONCURRENT = 20;
/** Users that are remembered; the one not seen for the longest time goes first, and starts anew. */
const MAX_USERS = 10_000;
/** Seconds after which something that runs may have ended. */
const CONCURRENT_WAIT = 1;

interface Allowance {
  /** Requests that are left, also parts of one. */
  left: number;
  /** Milliseconds since the epoch. */
  at: number;
  running: number;
}

/** Runs work for a user. @throws {ConnectError} `rate_limited` with the seconds to wait, and what the work throws */
export type Limiter = <T>(userId: string, work: () => Promise<T>) => Promise<T>;

/**
 * Limits by user and never by address, which many share and anybody forges: requests come back evenly over the time. Kept in this process:
 * with several instances each gives as much.
 */
export function createLimiter(limit: RateLimit | false, now: () => number): Limiter {
  if (limit === false) return (_userId, work) => work();
  const { requests, seconds, concurrent = DEFAULT_CONCURRENT } = limit;
  const perMs = requests / (seconds * 1000);
  const users = new Map<string, Allowance>();

  function allowanceOf(userId: string): Allowance {
    const known = users.get(userId) ?? { left: requests, at: now(), running: 0 };
    known.left = Math.min(requests, known.left + Math.max(0, now() - known.at) * perMs);
    known.at = now();
    users.delete(userId);
    users.set(userId, known);
    const [oldest] = users.keys();
    if (users.size > MAX_USERS && oldest !== undefined) users.delete(oldest);
    return known;
  }

  return async (userId, work) => {
    const allowance = allowanceOf(userId);
    if (allowance.running >= concurrent) throw limited('runs too many requests at the same time', CONCURRENT_WAIT);
    if (allowance.left < 1) throw limited('has sent too many requests', Math.ceil((1 - allowance.left) / perMs / 1000));
    allowance.left -= 1;
    allowance.running += 1;
    try {
      return await work();
    } finally {
      allowance.running -= 1;
    }
  };
}

const limited = (what: string, retryAfter: number) =>
  new ConnectError('rate_limited', `The user ${what}: see the handler's \`rateLimit\`.`, { retryAfter: Math.max(1, retryAfter) });
