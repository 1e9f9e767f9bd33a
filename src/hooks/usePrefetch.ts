'use client';

import { useCallback } from 'react';
import type { ConnectApi } from '../core/index.js';
import { useConnectScope } from './connectContext.js';

/**
 * Fetches what the connect flow shows next, for when somebody is about to open it: a definition (id or slug), else the list of services.
 * A guess: what fails now is fetched, or reported, when the flow is there.
 * @throws {ConnectError} `provider_missing`
 * @example const prefetch = usePrefetch(); <a onPointerEnter={() => prefetch('hubspot')} ... />
 */
export function usePrefetch(client?: ConnectApi | undefined): (definition?: string | undefined) => void {
  const { api, userKey, queryClient } = useConnectScope(client);
  return useCallback(
    (definition) => {
      // Loaded with the flow: a button alone does not carry it.
      import('./prefetch.js').then(({ prefetch }) => prefetch({ api, userKey, queryClient, definition })).catch(() => undefined);
    },
    [api, userKey, queryClient],
  );
}
