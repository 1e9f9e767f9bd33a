/** How often a safe call is sent at most. */
export const MAX_ATTEMPTS = 3;

const FIRST_DELAY_MS = 300;
/** A server that asks for more patience gets its answer reported instead: nobody looks at a spinner that long. */
const MAX_DELAY_MS = 20_000;

/** Statuses after which the same request may succeed. 501 says that it never will. */
export const isRepeatableStatus = (status: number): boolean => status === 429 || (status >= 500 && status !== 501);

/** No wait is told that is longer than a day, in seconds: digits without end would be no number. */
const MAX_TOLD = 86_400;

/**
 * `Retry-After` in seconds, from 0 to a day; null when it is missing or unreadable.
 * @param header Seconds or an HTTP date.
 * @param now Milliseconds since the epoch.
 */
export function parseRetryAfter(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null;
  if (/^\s*\d+\s*$/.test(header)) return Math.min(Number(header), MAX_TOLD);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.min(Math.max(0, Math.ceil((date - now) / 1000)), MAX_TOLD);
}

/**
 * Milliseconds to wait before the next try; null when waiting would be too long.
 * @param attempt The try that just failed, from 1.
 * @param retryAfter Seconds that the server asked for.
 * @param random From 0 to 1, so that many clients do not come back at the same moment.
 */
export function delayBeforeRetry(attempt: number, retryAfter: number | null, random: number): number | null {
  const jitter = FIRST_DELAY_MS * random;
  const delay = retryAfter === null ? FIRST_DELAY_MS * 2 ** (attempt - 1) + jitter : retryAfter * 1000 + jitter;
  return delay > MAX_DELAY_MS ? null : delay;
}
