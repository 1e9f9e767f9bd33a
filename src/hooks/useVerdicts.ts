'use client';

import { skipToken, useQuery } from '@tanstack/react-query';
import { connectorKeys, type Verdicts } from '../query/index.js';
import { useConnectScope } from './connectContext.js';

const NONE: Verdicts = {};

/** What the flow, or a check from anywhere in the page, has found last: a list says it without a check of its own. */
export function useVerdicts(): Verdicts {
  const { userKey, queryClient } = useConnectScope();
  const { data = NONE } = useQuery<Verdicts>(
    { queryKey: connectorKeys.verdicts(userKey), queryFn: skipToken, staleTime: Number.POSITIVE_INFINITY },
    queryClient,
  );
  return data;
}
