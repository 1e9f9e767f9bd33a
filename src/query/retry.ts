import type { ConnectError } from '../core/index.js';

const MAX_RETRIES = 2;
const FIRST_DELAY_MS = 1_000;
const MAX_DELAY_MS = 30_000;

/** Retry rules of every read: only what may succeed without a change, twice at most, as late as the answer asks. */
export const readRetry = {
  retry: (failures: number, error: ConnectError): boolean => error.retryable && failures < MAX_RETRIES,
  /** Milliseconds. */
  retryDelay: (failures: number, error: ConnectError): number =>
    Math.min(error.retryAfter === undefined ? FIRST_DELAY_MS * 2 ** failures : error.retryAfter * 1_000, MAX_DELAY_MS),
} as const;
