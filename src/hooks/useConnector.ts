'use client';

import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ConnectApi, ConnectError, Connector } from '../core/index.js';
import { connectorKeys, connectorOptions } from '../query/index.js';
import { useConnectScope } from './connectContext.js';
import type { QueryExtras } from './extras.js';

export interface UseConnectorOptions {
  /** Without one the query waits. */
  connectorId: string | undefined;
  /** @default the provider's */
  client?: ConnectApi | undefined;
  /** Passed on to TanStack's `useQuery`. */
  query?: QueryExtras<Connector> | undefined;
}

/**
 * One connector: at once where a list has it. What was just connected is known without asking, also in token mode, where no connector can be read.
 * @throws {ConnectError} `provider_missing`
 * @example const { data: connector } = useConnector({ connectorId });
 */
export function useConnector({ connectorId, client, query }: UseConnectorOptions): UseQueryResult<Connector, ConnectError> {
  const { api, userKey, queryClient } = useConnectScope(client);
  const listed = () =>
    queryClient
      .getQueriesData<Connector[]>({ queryKey: connectorKeys.lists(userKey) })
      .flatMap(([, list]) => list ?? [])
      .find(({ id }) => id === connectorId);
  return useQuery({ ...connectorOptions(api, userKey, connectorId), placeholderData: listed, ...query }, queryClient);
}
