'use client';

import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ConnectApi, ConnectError, Operation } from '../core/index.js';
import { operationsOptions } from '../query/index.js';
import { useConnectScope } from './connectContext.js';
import type { QueryExtras } from './extras.js';

/** Options of `useOperations`. */
export interface UseOperationsOptions {
  /** Without one the query waits. */
  connectorId: string | undefined;
  /** @default the provider's */
  client?: ConnectApi | undefined;
  /** Passed on to TanStack's `useQuery`. */
  query?: QueryExtras<Operation[]> | undefined;
}

/**
 * What can be run on a connector.
 * @throws {ConnectError} `provider_missing`
 * @example const { data: operations = [] } = useOperations({ connectorId: connector.id });
 */
export function useOperations({ connectorId, client, query }: UseOperationsOptions): UseQueryResult<Operation[], ConnectError> {
  const { api, userKey, queryClient } = useConnectScope(client);
  return useQuery({ ...operationsOptions(api, userKey, connectorId), ...query }, queryClient);
}
