'use client';

import { type QueryClient, QueryClientContext } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { type ConnectApi, ConnectError } from '../core/index.js';
import type { ConnectEvent } from './events.js';
import type { LazyConnectFlow } from './flow/types.js';

/** What every hook works with. */
export interface ConnectScope {
  api: ConnectApi;
  /** Partition of the query cache: part of every key of a user's data. */
  userKey: string;
  queryClient: QueryClient;
  emit: (event: ConnectEvent) => void;
  /** The provider's flow; null where a hook was given a client of its own. */
  flow: LazyConnectFlow | null;
}

/** Set by `ConnectProvider`. */
export const ConnectContext = createContext<ConnectScope | null>(null);

const clientNumbers = new WeakMap<ConnectApi, number>();
let clientCount = 0;

/** A client passed to a hook has a partition of its own, so that it never meets the data of the provider's. */
function partitionOf(client: ConnectApi): string {
  const known = clientNumbers.get(client) ?? ++clientCount;
  clientNumbers.set(client, known);
  return `client-${known}`;
}

/**
 * The provider's scope, or one around `client`.
 * @throws {ConnectError} `provider_missing` with what to do about it
 */
export function useConnectScope(client?: ConnectApi | undefined): ConnectScope {
  const scope = useContext(ConnectContext);
  const hostCache = useContext(QueryClientContext);
  if (client === undefined || client === scope?.api) {
    if (scope !== null) return scope;
    throw new ConnectError(
      'provider_missing',
      'A hook or block of airbyte-connect-kit was used outside a provider. Wrap that part of your app in <AirbyteProvider endpoint="/api/airbyte">, or pass the hook a `client`.',
    );
  }
  const queryClient = scope?.queryClient ?? hostCache;
  if (queryClient === undefined) {
    throw new ConnectError(
      'provider_missing',
      'A hook of airbyte-connect-kit was given a `client` but found no query cache. Wrap that part of your app in <AirbyteProvider> or in TanStack’s <QueryClientProvider>.',
    );
  }
  return { api: client, userKey: partitionOf(client), queryClient, emit: scope?.emit ?? ignore, flow: null };
}

const ignore = () => undefined;
