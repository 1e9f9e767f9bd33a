import type { QueryClient } from '@tanstack/react-query';
import type { Connector } from '../core/index.js';
import { connectorKeys } from './keys.js';

/** Changes each of the user's lists that is in the cache. */
export function editLists(cache: QueryClient, userKey: string, edit: (list: Connector[]) => Connector[]): void {
  cache.setQueriesData<Connector[]>({ queryKey: connectorKeys.lists(userKey) }, (list) => (list === undefined ? undefined : edit(list)));
}
