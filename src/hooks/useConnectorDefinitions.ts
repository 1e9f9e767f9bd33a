'use client';

import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ConnectApi, ConnectError, ConnectorDefinition } from '../core/index.js';
import { definitionsOptions } from '../query/index.js';
import { useConnectScope } from './connectContext.js';
import type { QueryExtras } from './extras.js';

/** Options of `useConnectorDefinitions`. */
export interface UseConnectorDefinitionsOptions {
  /** @default the provider's */
  client?: ConnectApi | undefined;
  /** Passed on to TanStack's `useQuery`. */
  query?: QueryExtras<ConnectorDefinition[]> | undefined;
}

/**
 * What can be connected.
 * @throws {ConnectError} `provider_missing`
 * @example const { data: definitions = [] } = useConnectorDefinitions();
 */
export function useConnectorDefinitions({ client, query }: UseConnectorDefinitionsOptions = {}): UseQueryResult<ConnectorDefinition[], ConnectError> {
  const { api, userKey, queryClient } = useConnectScope(client);
  return useQuery({ ...definitionsOptions(api, userKey), ...query }, queryClient);
}
