'use client';

import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { ConnectApi, ConnectError, Connector } from '../core/index.js';
import { type RenameConnectorVariables, renameConnectorOptions } from '../query/index.js';
import { useConnectScope } from './connectContext.js';
import type { MutationExtras } from './extras.js';

/** Options of `useRenameConnector`. */
export interface UseRenameConnectorOptions {
  /** @default the provider's */
  client?: ConnectApi | undefined;
  /** Passed on to TanStack's `useMutation`. */
  mutation?: MutationExtras<Connector, RenameConnectorVariables> | undefined;
}

/**
 * Renames a connector.
 * @throws {ConnectError} `provider_missing`
 * @example const { mutate: rename } = useRenameConnector(); rename({ id: connector.id, name: 'Acme' });
 */
export function useRenameConnector({ client, mutation }: UseRenameConnectorOptions = {}): UseMutationResult<Connector, ConnectError, RenameConnectorVariables> {
  const { api, userKey, queryClient } = useConnectScope(client);
  return useMutation({ ...renameConnectorOptions(api, userKey), ...mutation }, queryClient);
}
