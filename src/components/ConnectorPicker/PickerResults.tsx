'use client';
import { memo, type ReactNode, type Ref, useId } from 'react';
import type { ConnectorDefinition } from '../../core/index.js';
import { usePickerWords } from '../../internal/index.js';
import { usePickerSlots } from './context.js';
import { PickerItem } from './PickerItem.js';
import type { PickerGroup, PickerItemFacts, PickerLayout } from './types.js';
import { useGrowingLimit } from './useGrowingLimit.js';

export interface PickerResultsProps {
  id: string;
  listRef: Ref<HTMLDivElement>;
  groups: readonly PickerGroup[];
  layout: PickerLayout;
  /** What is searched for: another query is drawn from its beginning. */
  query: string;
  /** Draw all of them at once. */
  whole: boolean;
  /** Id of the highlighted definition. */
  highlighted: string | null;
  factsOf: (definition: ConnectorDefinition) => PickerItemFacts;
  onSelect: (definition: ConnectorDefinition) => void;
  onIntent: (definition: ConnectorDefinition | null) => void;
}

/** The id of a definition's option in the list `listId`. */
export const optionId = (listId: string, definitionId: string): string => `${listId}-${definitionId}`;

/** The listbox that the search controls: groups of services under their headings. A key press does not draw it again before its answer is there. */
export const PickerResults = memo(function PickerResults({ id, listRef, groups, query, whole, ...shown }: PickerResultsProps): ReactNode {
  const slot = usePickerSlots();
  const picker = usePickerWords();
  const { limit, endRef } = useGrowingLimit(query, whole);
  const total = groups.reduce((sum, { items }) => sum + items.length, 0);
  let before = 0;
  return (
    <div {...slot('picker-results')} ref={listRef} id={id} role="listbox" aria-label={picker.list}>
      {groups.map((group) => {
        const offset = before;
        before += group.items.length;
        return <ResultGroup key={group.key} {...shown} listId={id} group={group} offset={offset} limit={limit - offset} total={total} endRef={endRef} />;
      })}
    </div>
  );
});

interface ResultGroupProps extends Pick<PickerResultsProps, 'layout' | 'highlighted' | 'factsOf' | 'onSelect' | 'onIntent'> {
  listId: string;
  group: PickerGroup;
  /** How many items stand before this group. */
  offset: number;
  /** How many of its items are drawn. */
  limit: number;
  total: number;
  endRef: (end: HTMLElement | null) => void;
}

function ResultGroup({ listId, group, layout, offset, limit, total, highlighted, endRef, ...item }: ResultGroupProps): ReactNode {
  const slot = usePickerSlots();
  const headingId = useId();
  const { amount } = usePickerWords();
  const { factsOf, onSelect, onIntent } = item;
  if (limit <= 0) return null;
  return (
    <div data-ack-slot="picker-group" role="group" aria-labelledby={headingId}>
      <div {...slot('picker-heading')} role="presentation">
        <span id={headingId}>{group.heading}</span>
        {group.count !== null && <span aria-hidden="true">{amount(group.count)}</span>}
      </div>
      <ul {...slot('picker-list')} role="presentation" data-layout={layout}>
        {group.items.slice(0, limit).map((result, place) => (
          <PickerItem
            key={result.definition.id}
            id={optionId(listId, result.definition.id)}
            result={result}
            highlighted={result.definition.id === highlighted}
            position={offset + place + 1}
            total={total}
            onSelect={onSelect}
            onIntent={onIntent}
            {...factsOf(result.definition)}
          />
        ))}
        {group.items.length > limit && <li data-ack-slot="picker-more" ref={endRef} role="presentation" />}
      </ul>
    </div>
  );
}
