'use client';

import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { CheckResult, ConnectApi, ConnectError } from '../core/index.js';
import { type CheckConnectorVariables, checkConnectorOptions } from '../query/index.js';
import { useConnectScope } from './connectContext.js';
import type { MutationExtras } from './extras.js';

/** Options of `useCheckConnector`. */
export interface UseCheckConnectorOptions {
  /** @default the provider's */
  client?: ConnectApi | undefined;
  /** Passed on to TanStack's `useMutation`. */
  mutation?: MutationExtras<CheckResult, CheckConnectorVariables> | undefined;
}

/**
 * Tries a connector's credentials; rejects with `credentials_refused` when the service refuses them.
 * @throws {ConnectError} `provider_missing`
 * @example const { mutate: check } = useCheckConnector(); check({ id: connector.id });
 */
export function useCheckConnector({ client, mutation }: UseCheckConnectorOptions = {}): UseMutationResult<CheckResult, ConnectError, CheckConnectorVariables> {
  const { api, userKey, queryClient } = useConnectScope(client);
  return useMutation({ ...checkConnectorOptions(api, userKey), ...mutation }, queryClient);
}
