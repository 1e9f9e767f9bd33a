'use client';

import { type UseMutationOptions, type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { TypedExecuteInput, TypedExecuteResult } from '../catalog/index.js';
import type { ConnectApi, ConnectError } from '../core/index.js';
import { type ExecuteVariables, executeOptions } from '../query/index.js';
import { useConnectScope } from './connectContext.js';
import type { MutationExtras } from './extras.js';

/** Options of `useExecute`. */
export interface UseExecuteOptions<Definition extends string = string> {
  /** @default the provider's */
  client?: ConnectApi | undefined;
  /** Passed on to TanStack's `useMutation`. */
  mutation?: MutationExtras<TypedExecuteResult<Definition>, TypedExecuteVariables<Definition>> | undefined;
}

/** What to run, and the signal that stops it. */
export type TypedExecuteVariables<Definition extends string> = TypedExecuteInput<Definition> & Pick<ExecuteVariables, 'signal'>;

/** TanStack’s result, with the entities, actions and parameters of the definition. */
export type UseExecuteResult<Definition extends string = string> = UseMutationResult<
  TypedExecuteResult<Definition>,
  ConnectError,
  TypedExecuteVariables<Definition>
>;

/**
 * Runs an operation on a connector. For the next page run it again with the result's `nextParams`. With a slug of the catalogue,
 * `useExecute<'hubspot'>()`, its entities, actions and parameters are typed; this costs a bundle nothing.
 * @throws {ConnectError} `provider_missing`
 * @example const { mutate: run, data } = useExecute(); run({ connectorId, entity: 'customers', action: 'list' });
 */
export function useExecute<Definition extends string = string>({ client, mutation }: UseExecuteOptions<Definition> = {}): UseExecuteResult<Definition> {
  const { api, userKey, queryClient } = useConnectScope(client);
  // SAFETY: the typed input is an `ExecuteInput` with known names, and the typed result the same value; only the compiler sees a difference.
  const options = executeOptions(api, userKey) as unknown as UseMutationOptions<
    TypedExecuteResult<Definition>,
    ConnectError,
    TypedExecuteVariables<Definition>
  >;
  return useMutation({ ...options, ...mutation }, queryClient);
}
