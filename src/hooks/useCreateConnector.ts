'use client';

import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { ConnectApi, ConnectError, Connector, CreateConnectorInput } from '../core/index.js';
import { createConnectorOptions } from '../query/index.js';
import { useConnectScope } from './connectContext.js';
import type { MutationExtras } from './extras.js';

/** Options of `useCreateConnector`. */
export interface UseCreateConnectorOptions {
  /** @default the provider's */
  client?: ConnectApi | undefined;
  /** Passed on to TanStack's `useMutation`. */
  mutation?: MutationExtras<Connector, CreateConnectorInput> | undefined;
}

/**
 * Stores a connector. What was typed goes in sealed, so that no cache, devtool or callback sees it, and is emptied when the call settled. It is
 * not tried: call `useCheckConnector` next, or use `useConnect`, which does both.
 * @throws {ConnectError} `provider_missing`
 * @example
 * const values = { credentials: { api_key: key }, replication_config: { account_id: 'acct_1' } };
 * create.mutate({ definition: 'stripe', method: 'bearerAuth', values: new Sealed(values) });
 */
export function useCreateConnector({ client, mutation }: UseCreateConnectorOptions = {}): UseMutationResult<Connector, ConnectError, CreateConnectorInput> {
  const { api, userKey, queryClient } = useConnectScope(client);
  return useMutation({ ...createConnectorOptions(api, userKey), ...mutation }, queryClient);
}
