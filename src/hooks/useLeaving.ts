'use client';

import { skipToken, useQuery } from '@tanstack/react-query';
import type { Connector } from '../core/index.js';
import { connectorKeys } from '../query/index.js';
import { useConnectScope } from './connectContext.js';

/** When each was disconnected, by connector id: milliseconds since 1970. */
export type Leaving = Readonly<Record<string, number>>;

const NONE: Leaving = {};
/** Milliseconds: longer than Airbyte takes, or anybody waits for one. */
const KEPT_MS = 10 * 60_000;

/**
 * The connectors that are disconnected. Airbyte took that and does it a little later: until then its list may still hold them. Kept with the
 * lists, in the user's part of the cache, so that every list knows it, and one that comes later.
 */
export function useLeaving(): { leaving: Leaving; leave: (id: string) => void } {
  const { userKey, queryClient } = useConnectScope();
  const queryKey = [...connectorKeys.all, userKey, 'leaving'];
  const { data = NONE } = useQuery<Leaving>({ queryKey, queryFn: skipToken, staleTime: Number.POSITIVE_INFINITY, gcTime: KEPT_MS }, queryClient);
  return {
    leaving: data,
    leave(id) {
      const lists = queryClient.getQueriesData<Connector[]>({ queryKey: connectorKeys.lists(userKey) });
      const listed = new Set(lists.flatMap(([, connectors = []]) => connectors.map((connector) => connector.id)));
      queryClient.setQueryData<Leaving>(queryKey, (known) => ({ ...stillLeaving(known, listed), [id]: Date.now() }));
    },
  };
}

/** Without those that have left: no list names them any more, and none that was on its way can. */
const stillLeaving = (known: Leaving = NONE, listed: ReadonlySet<string>): Leaving =>
  Object.fromEntries(Object.entries(known).filter(([id, since]) => listed.has(id) || Date.now() - since < KEPT_MS));
