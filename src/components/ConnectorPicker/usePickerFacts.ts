'use client';
import { useMemo } from 'react';
import type { ConnectorDefinition } from '../../core/index.js';
import type { PickerItemFacts } from './types.js';

/** What is known of a definition's connectors; the same function as long as the knowledge is the same. */
export function usePickerFacts(
  connectedCounts: Readonly<Record<string, number | undefined>>,
  attentionIds: readonly string[],
): (definition: ConnectorDefinition) => PickerItemFacts {
  return useMemo(() => {
    const attention = new Set(attentionIds);
    return ({ id }) => ({ connectedCount: connectedCounts[id] ?? 0, needsAttention: attention.has(id) });
  }, [connectedCounts, attentionIds]);
}
