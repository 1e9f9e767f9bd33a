'use client';

import { type MutateOptions, type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { type ConnectApi, ConnectError, Sealed } from '../core/index.js';
import { type ConsentWindowHandle, openConsentWindow } from '../oauth/index.js';
import { CHANGE_RULES, refreshConnectors } from '../query/index.js';
import { useConnectScope } from './connectContext.js';
import type { MutationExtras } from './extras.js';
import { runSignIn, type SignInInput } from './flow/runSignIn.js';
import type { ConnectedConnector } from './flow/types.js';

/** Options of `useOAuthConnect`. */
export interface UseOAuthConnectOptions {
  /** @default the provider's */
  client?: ConnectApi | undefined;
  /** Passed on to TanStack's `useMutation`. */
  mutation?: MutationExtras<ConnectedConnector, OAuthVariables> | undefined;
}

/** What the mutation holds: the values are sealed. */
export interface OAuthVariables extends Omit<SignInInput, 'values'> {
  values: Sealed<SignInInput['values']>;
  handle: ConsentWindowHandle | null;
  signal: AbortSignal;
}

type Options = MutateOptions<ConnectedConnector, ConnectError, OAuthVariables>;

/** TanStack's result, with a `mutate` that opens the window in the click. Its functions stay the same between renders, as TanStack's do. */
export interface UseOAuthConnectResult extends Omit<UseMutationResult<ConnectedConnector, ConnectError, OAuthVariables>, 'mutate' | 'mutateAsync'> {
  /** Opens the sign-in window and starts. Call it in the click itself, before any await. */
  mutate(input: SignInInput, options?: Options): void;
  mutateAsync(input: SignInInput, options?: Options): Promise<ConnectedConnector>;
  /** Stops waiting and closes the window. */
  cancel(): void;
}

/**
 * Signs in at a service in a window, without the kit's screens. It rejects with `popup_blocked` when the browser opened no window,
 * `oauth_denied`, `attempt_expired`, and `aborted` after `cancel()`. The connector is not yet checked.
 * @throws {ConnectError} `provider_missing`
 * @example <button onClick={() => signIn.mutate({ definition: 'hubspot', method: 'oauth2', values: {} })}>Connect</button>
 */
export function useOAuthConnect({ client, mutation }: UseOAuthConnectOptions = {}): UseOAuthConnectResult {
  const { api, userKey, queryClient } = useConnectScope(client);
  const [running] = useState(createRunning);
  useEffect(() => running.mount(), [running]);
  const result = useMutation<ConnectedConnector, ConnectError, OAuthVariables>(
    { ...CHANGE_RULES, mutationFn: (variables) => signIn(api, variables).finally(() => refreshConnectors(queryClient, userKey)), ...mutation },
    queryClient,
  );
  const { mutate, mutateAsync } = result;
  return {
    ...result,
    mutate: useCallback((input, options) => mutate(running.start(input), options), [mutate, running]),
    mutateAsync: useCallback((input, options) => mutateAsync(running.start(input), options), [mutateAsync, running]),
    cancel: running.cancel,
  };
}

async function signIn(api: ConnectApi, { values, handle, signal, ...input }: OAuthVariables): Promise<ConnectedConnector> {
  if (handle === null) throw new ConnectError('popup_blocked', 'The browser opened no window. Call mutate() in the click itself, before any await.');
  try {
    return await runSignIn({ api, input: { ...input, values: values.open() }, handle: () => handle, signal });
  } finally {
    values.empty();
    handle.close();
  }
}

/** One sign-in at a time: the next, `cancel` and the component's end abort it. */
function createRunning() {
  let controller: AbortController | null = null;
  let mounted = false;
  const cancel = () => controller?.abort();
  return {
    cancel,
    start({ values, ...input }: SignInInput): OAuthVariables {
      const handle = openConsentWindow();
      cancel();
      controller = new AbortController();
      return { ...input, values: new Sealed(values), handle, signal: controller.signal };
    },
    mount() {
      mounted = true;
      return () => {
        mounted = false;
        queueMicrotask(() => mounted || cancel());
      };
    },
  };
}
