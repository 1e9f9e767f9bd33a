'use client';

import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { ConnectApi, ConnectError } from '../core/index.js';
import { deleteConnectorOptions } from '../query/index.js';
import { useConnectScope } from './connectContext.js';
import type { MutationExtras } from './extras.js';

/** Options of `useDeleteConnector`. */
export interface UseDeleteConnectorOptions {
  /** @default the provider's */
  client?: ConnectApi | undefined;
  /** Passed on to TanStack's `useMutation`. */
  mutation?: MutationExtras<void, string> | undefined;
}

/**
 * Disconnects: removes a connector by its id. The provider's `onEvent` hears `disconnected`.
 * @throws {ConnectError} `provider_missing`
 * @example const { mutate: disconnect } = useDeleteConnector(); disconnect(connector.id);
 */
export function useDeleteConnector({ client, mutation }: UseDeleteConnectorOptions = {}): UseMutationResult<void, ConnectError, string> {
  const { api, userKey, queryClient, emit } = useConnectScope(client);
  const onDeleted = (connectorId: string) => emit({ type: 'disconnected', connectorId });
  return useMutation({ ...deleteConnectorOptions(api, userKey, onDeleted), ...mutation }, queryClient);
}
