'use client';

import { useMemo } from 'react';
import type { ConnectScreensProps } from '../components/ConnectScreens/index.js';
import { useConnectorDefinitions, useConnectors, usePrefetch } from '../hooks/index.js';

type PickingData = Pick<
  ConnectScreensProps,
  'definitions' | 'definitionsLoading' | 'definitionsError' | 'onRetryDefinitions' | 'connectedCounts' | 'attentionIds' | 'onIntent'
>;

/** What the picker of a flow draws: what is offered, and how the user's own connectors of it stand. Fetched while it is `enabled`. */
export function usePickingData(enabled: boolean): PickingData {
  const { data = [], isPending, error, refetch } = useConnectorDefinitions({ query: { enabled } });
  const { data: connectors } = useConnectors({ query: { enabled } });
  const onIntent = usePrefetch();
  const own = useMemo(() => {
    const connectedCounts: Record<string, number> = {};
    for (const { definition } of connectors ?? []) connectedCounts[definition.id] = (connectedCounts[definition.id] ?? 0) + 1;
    return { connectedCounts, attentionIds: connectors?.flatMap(({ status, definition }) => (status === 'recycled' ? [definition.id] : [])) };
  }, [connectors]);
  return { definitions: data, definitionsLoading: isPending, definitionsError: error, onRetryDefinitions: () => void refetch(), onIntent, ...own };
}
