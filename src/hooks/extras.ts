import type { UseMutationOptions, UseQueryOptions } from '@tanstack/react-query';
import type { ConnectError } from '../core/index.js';

/** What a caller may add to a query: everything but what makes it this query. */
export type QueryExtras<Data> = Omit<UseQueryOptions<Data, ConnectError>, 'queryKey' | 'queryFn' | 'queryHash' | 'queryKeyHashFn' | 'select'>;

/** What a caller may add to a mutation. `gcTime` stays the kit's: nothing of it remains in the cache; and `networkMode`: none waits for a network. */
export type MutationExtras<Data, Variables> = Omit<
  UseMutationOptions<Data, ConnectError, Variables>,
  'mutationKey' | 'mutationFn' | 'gcTime' | 'retry' | 'networkMode'
>;
