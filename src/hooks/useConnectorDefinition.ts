'use client';

import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ConnectApi, ConnectError, ConnectorDefinitionDetail } from '../core/index.js';
import { definitionOptions } from '../query/index.js';
import { useConnectScope } from './connectContext.js';
import type { QueryExtras } from './extras.js';

/** Options of `useConnectorDefinition`. */
export interface UseConnectorDefinitionOptions {
  /** Id or slug; without one the query waits. */
  definition: string | undefined;
  /** @default the provider's */
  client?: ConnectApi | undefined;
  /** Passed on to TanStack's `useQuery`. */
  query?: QueryExtras<ConnectorDefinitionDetail> | undefined;
}

/**
 * One definition with its sign-in methods and their form schemas.
 * @throws {ConnectError} `provider_missing`
 * @example const { data } = useConnectorDefinition({ definition: 'stripe' });
 */
export function useConnectorDefinition({ definition, client, query }: UseConnectorDefinitionOptions): UseQueryResult<ConnectorDefinitionDetail, ConnectError> {
  const { api, userKey, queryClient } = useConnectScope(client);
  return useQuery({ ...definitionOptions(api, userKey, definition), ...query }, queryClient);
}
