import type { QueryClient } from '@tanstack/react-query';
import type { CheckResult } from '../core/index.js';
import { connectorKeys } from './keys.js';

/** What trying a connector has shown. */
export interface Verdict {
  check: CheckResult['status'] | 'refused';
  /** Why it was refused, in words made for end users. */
  reason?: string | undefined;
}

/** The last verdict on each, by the connector's id. */
export type Verdicts = Readonly<Record<string, Verdict>>;

/** Notes what trying a connector has shown, for every list of the page; null takes back what was known. */
export function noteVerdict(cache: QueryClient, userKey: string, id: string, verdict: Verdict | null): void {
  cache.setQueryData<Verdicts>(connectorKeys.verdicts(userKey), (known = {}) => {
    const { [id]: _last, ...others } = known;
    return verdict === null ? others : { ...others, [id]: verdict };
  });
}
