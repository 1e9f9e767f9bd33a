import type { QueryClient } from '@tanstack/react-query';
import type { ConnectApi } from '../core/index.js';
import { definitionOptions, definitionsOptions } from '../query/index.js';

export interface PrefetchOptions {
  api: ConnectApi;
  userKey: string;
  queryClient: QueryClient;
  definition: string | undefined;
}

/** Fills the cache where it is empty or old; TanStack keeps a failure to itself. */
export function prefetch({ api, userKey, queryClient, definition }: PrefetchOptions): Promise<void> {
  if (definition === undefined) return queryClient.prefetchQuery(definitionsOptions(api, userKey));
  return queryClient.prefetchQuery(definitionOptions(api, userKey, definition));
}
