'use client';

import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { ConnectApi, ConnectError, ExecuteResult } from '../core/index.js';
import { type ExecuteVariables, executeOptions } from '../query/index.js';
import { useConnectScope } from './connectContext.js';
import type { MutationExtras } from './extras.js';

export interface UseExecuteOptions {
  /** @default the provider's */
  client?: ConnectApi | undefined;
  /** Passed on to TanStack's `useMutation`. */
  mutation?: MutationExtras<ExecuteResult, ExecuteVariables> | undefined;
}

/**
 * Runs an operation on a connector. For the next page run it again with the result's `nextParams`.
 * @throws {ConnectError} `provider_missing`
 * @example const { mutate: run, data } = useExecute(); run({ connectorId, entity: 'customers', action: 'list' });
 */
export function useExecute({ client, mutation }: UseExecuteOptions = {}): UseMutationResult<ExecuteResult, ConnectError, ExecuteVariables> {
  const { api, userKey, queryClient } = useConnectScope(client);
  return useMutation({ ...executeOptions(api, userKey), ...mutation }, queryClient);
}
