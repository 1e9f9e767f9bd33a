import * as z from 'zod/mini';
import { ConnectError } from '../../core/index.js';
import type { Call } from '../call.js';
import { attemptCookie, attemptCookies } from '../cookies.js';
import { ATTEMPT_SECONDS, type Attempt, type Finished, OUTCOME_SECONDS, sealedSchema } from './attempt.js';
import { shortened } from './shortened.js';

/** Bytes of a sealed cookie at most: four of them fit beside the host's own cookies in any server's header limit. */
export const MAX_COOKIE_BYTES = 1536;

type AnyCall = Call<string | null>;

/** All attempts whose cookies this browser sent. A cookie that we did not seal, or sealed for another attempt, holds nothing. */
export async function readAttempts(call: AnyCall): Promise<{ attemptId: string; held: Attempt | Finished | null }[]> {
  const cookies = attemptCookies(call.request, call.settings.cookieKind);
  return Promise.all(cookies.map(async ({ attemptId, value }) => ({ attemptId, held: await open(call, attemptId, value) })));
}

/** The attempt of this id, if this browser holds it. */
export async function readAttempt(call: AnyCall, attemptId: string): Promise<Attempt | Finished | null> {
  const cookie = attemptCookies(call.request, call.settings.cookieKind).find((candidate) => candidate.attemptId === attemptId);
  return cookie === undefined ? null : open(call, attemptId, cookie.value);
}

/** The cookie of a started attempt. @throws {ConnectError} `inputs_too_large` */
export async function startedCookie({ seal, settings }: AnyCall, attempt: Attempt): Promise<string> {
  const value = await seal.close(attempt);
  if (value.length > MAX_COOKIE_BYTES)
    throw new ConnectError('inputs_too_large', `The sealed sign-in has ${value.length} bytes; a cookie of ours has at most ${MAX_COOKIE_BYTES}.`);
  return attemptCookie({ attemptId: attempt.attemptId, value, kind: settings.cookieKind, seconds: ATTEMPT_SECONDS });
}

/** The cookie that takes the place of the attempt's when it is finished. What Airbyte has made long is cut: a cookie that is too large is dropped. */
export async function finishedCookie({ seal, settings }: AnyCall, finished: Finished): Promise<string> {
  const whole = await seal.close(finished);
  const value = whole.length <= MAX_COOKIE_BYTES ? whole : await seal.close({ ...finished, outcome: shortened(finished.outcome) });
  return attemptCookie({ attemptId: finished.attemptId, value, kind: settings.cookieKind, seconds: OUTCOME_SECONDS });
}

/** Ends a cookie. */
export const endedCookie = ({ settings }: AnyCall, attemptId: string): string => attemptCookie({ attemptId, value: '', kind: settings.cookieKind, seconds: 0 });

async function open({ seal }: AnyCall, attemptId: string, value: string): Promise<Attempt | Finished | null> {
  const result = z.safeParse(sealedSchema, await seal.open(value));
  return result.success && result.data.attemptId === attemptId ? result.data : null;
}
