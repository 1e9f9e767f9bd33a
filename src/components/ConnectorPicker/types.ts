import type { ComponentType } from 'react';
import type { ConnectorDefinition } from '../../core/index.js';
import type { SearchResult } from './searchDefinitions.js';

/** Slots of a `ConnectorPicker`: the same names as `data-ack-slot`. */
export type ConnectorPickerSlot =
  | 'picker-search'
  | 'picker-results'
  | 'picker-heading'
  | 'picker-list'
  | 'picker-item'
  | 'picker-item-name'
  | 'picker-item-meta'
  | 'picker-footer'
  | 'input'
  | 'picker-kind'
  | 'empty';

/** Cards, or rows. Where there is little room, cards are rows too. */
export type PickerLayout = 'grid' | 'list';

/** Definitions under one heading. */
export interface PickerGroup {
  key: 'suggested' | 'all' | 'results' | 'near';
  heading: string;
  /** Shown at the heading's end; null where the heading says it. */
  count: number | null;
  items: readonly SearchResult[];
}

/** What is known of the connectors of an item's definition. */
export interface PickerItemFacts {
  connectedCount: number;
  needsAttention: boolean;
}

/** What is shown under the search; `failed` and `none` have no search. */
export type PickerState = 'listed' | 'no-match' | 'loading' | 'failed' | 'none';

/** What a replaced part of an item gets. */
export interface PickerItemPartProps extends PickerItemFacts {
  definition: ConnectorDefinition;
}

/** Components in place of the kit's, in every item. One that throws is left out for the kit's own. Keep the object the same between renders. */
export interface ConnectorPickerParts {
  tile?: ComponentType<PickerItemPartProps> | undefined;
  'picker-item-meta'?: ComponentType<PickerItemPartProps> | undefined;
}
