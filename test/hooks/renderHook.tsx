import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { ConnectApi } from '../../src/core/index.js';
import { type ConnectEvent, ConnectProvider } from '../../src/hooks/index.js';

export interface Around {
  api: ConnectApi;
  userKey?: string;
  queryClient?: QueryClient;
  hostCache?: QueryClient;
  onEvent?: (event: ConnectEvent) => void;
}

/** Renders a hook in StrictMode under the provider. */
export function renderInProvider<Result>(hook: () => Result, { hostCache, ...props }: Around) {
  const wrapper = ({ children }: { children: ReactNode }) => {
    const inside = <ConnectProvider {...props}>{children}</ConnectProvider>;
    return hostCache === undefined ? inside : <QueryClientProvider client={hostCache}>{inside}</QueryClientProvider>;
  };
  // StrictMode mounts effects twice only when it is the root itself, not a part of the wrapper.
  return { ...renderHook(hook, { wrapper, reactStrictMode: true }), act };
}
