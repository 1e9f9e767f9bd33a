'use client';

import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ConnectApi, ConnectError, Connector, ConnectorFilter } from '../core/index.js';
import { onOtherOutcome } from '../oauth/index.js';
import { connectorKeys, connectorsOptions } from '../query/index.js';
import { useConnectScope } from './connectContext.js';
import type { QueryExtras } from './extras.js';

/** Options of `useConnectors`. */
export interface UseConnectorsOptions {
  filter?: ConnectorFilter | undefined;
  /** @default the provider's */
  client?: ConnectApi | undefined;
  /** Passed on to TanStack's `useQuery`. */
  query?: QueryExtras<Connector[]> | undefined;
}

/**
 * The user's connectors.
 * @throws {ConnectError} `provider_missing`
 * @example const { data: connectors = [] } = useConnectors({ filter: { definition: 'stripe' } });
 */
export function useConnectors({ client, query, filter }: UseConnectorsOptions = {}): UseQueryResult<Connector[], ConnectError> {
  const { api, userKey, queryClient } = useConnectScope(client);
  // A sign-in that this page did not start, or started before it was loaded anew, may have connected one. Asked once, however many look.
  useEffect(
    () => onOtherOutcome(() => void queryClient.invalidateQueries({ queryKey: connectorKeys.lists(userKey) }, { cancelRefetch: false })),
    [queryClient, userKey],
  );
  return useQuery({ ...connectorsOptions(api, userKey, filter), ...query }, queryClient);
}
