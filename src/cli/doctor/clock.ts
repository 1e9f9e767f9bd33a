import { error, type Finding, ok, skipped, warning } from './finding.js';

/** A connector may be so much older than the sign-in that made it. */
const TOLERANCE_MS = 60_000;
const NOTICE_MS = 20_000;

/** Reads the clock of whoever answers, by the way. */
export function createClockWatch({ fetch, now }: { fetch: typeof globalThis.fetch; now: () => number }) {
  let aheadMs: number | null = null;
  return {
    fetch: (async (input, init) => {
      const asked = now();
      const answer = await fetch(input, init);
      const theirs = Date.parse(answer.headers.get('date') ?? '');
      // The header has whole seconds: half of one is its mean.
      if (!Number.isNaN(theirs)) aheadMs = (asked + now()) / 2 - (theirs + 500);
      return answer;
    }) satisfies typeof globalThis.fetch,
    check: (): Finding => judge(aheadMs),
  };
}

function judge(aheadMs: number | null): Finding {
  if (aheadMs === null) return skipped('clock', 'Airbyte did not tell its time.');
  if (Math.abs(aheadMs) < NOTICE_MS) return ok('clock', 'This machine’s clock agrees with Airbyte’s.');
  const says = `This machine’s clock is ${Math.round(Math.abs(aheadMs) / 1000)} s ${aheadMs > 0 ? 'ahead of' : 'behind'} Airbyte’s.`;
  const cure = 'Let the machine keep time by NTP.';
  if (aheadMs > TOLERANCE_MS) return error('clock', `${says} Sign-ins are refused, since what they make seems older than they are.`, cure);
  return warning('clock', aheadMs > 0 ? says : `${says} Tokens are renewed too late, after a refusal.`, cure);
}
