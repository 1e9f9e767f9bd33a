'use client';

import { skipToken, useQuery } from '@tanstack/react-query';
import type { CheckResult } from '../core/index.js';
import { connectorKeys } from '../query/index.js';
import { useConnectScope } from './connectContext.js';

/** What trying a connector showed when it was connected, by its id. */
export type Verdicts = Readonly<Record<string, CheckResult['status']>>;

const NONE: Verdicts = {};

/** What the flow has found of what was connected in this page: a list says it without a check of its own. */
export function useVerdicts(): Verdicts {
  const { userKey, queryClient } = useConnectScope();
  const { data = NONE } = useQuery<Verdicts>(
    { queryKey: connectorKeys.verdicts(userKey), queryFn: skipToken, staleTime: Number.POSITIVE_INFINITY },
    queryClient,
  );
  return data;
}
