'use client';

import { QueryClient, QueryClientContext } from '@tanstack/react-query';
import { type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { ConnectApi } from '../core/index.js';
import { ConnectContext } from './connectContext.js';
import type { ConnectEvent } from './events.js';
import { tellHost } from './tellHost.js';
import { useLatest } from './useLatest.js';
import { useOwnFlow } from './useOwnFlow.js';

export interface ConnectProviderProps {
  api: ConnectApi;
  /** Who is signed in, as far as the cache is concerned: change it and nothing of the last user is shown. @default '' */
  userKey?: string | undefined;
  /** @default the one of the nearest QueryClientProvider, else one of its own */
  queryClient?: QueryClient | undefined;
  onEvent?: ((event: ConnectEvent) => void) | undefined;
  children?: ReactNode;
}

/** Gives hooks their scope. Everything below is mounted anew when `userKey` or `api` changes: no state, no frame, no flow outlives its user. */
export function ConnectProvider({ userKey = '', api, ...props }: ConnectProviderProps) {
  const [seen, setSeen] = useState({ api, generation: 0 });
  const generation = seen.api === api ? seen.generation : seen.generation + 1;
  if (seen.api !== api) setSeen({ api, generation });
  // Another api is another partition, for a host that names no user; the first keeps the plain key, which a server can prefetch.
  const partition = generation === 0 ? userKey : `${userKey}#${generation}`;
  return <Scope key={partition} {...props} api={api} userKey={partition} />;
}

function Scope({ api, userKey, queryClient, onEvent, children }: ConnectProviderProps & { userKey: string }) {
  const hostCache = useContext(QueryClientContext);
  const [ownCache] = useState(() => new QueryClient());
  const cache = queryClient ?? hostCache ?? ownCache;
  // Counted by TanStack: it hears of focus and network also where no QueryClientProvider of the host does this.
  useEffect(() => {
    cache.mount();
    return () => cache.unmount();
  }, [cache]);
  const latest = useLatest(onEvent);
  const [emit] = useState(() => (event: ConnectEvent) => tellHost(latest.current, event));
  const flow = useOwnFlow({ api, userKey, queryClient: cache, emit, resumes: 'any', surface: 'dialog' });
  const scope = useMemo(() => ({ api, userKey, queryClient: cache, emit, flow }), [api, userKey, cache, emit, flow]);
  return <ConnectContext.Provider value={scope}>{children}</ConnectContext.Provider>;
}
