'use client';
import type { ReactNode } from 'react';
import type { ConnectorDefinition } from '../../core/index.js';
import { usePickerWords } from '../../internal/index.js';
import { Icon, Tile } from '../parts/index.js';
import { usePickerSlots } from './context.js';
import type { SearchResult, TextRange } from './searchDefinitions.js';
import type { PickerItemFacts } from './types.js';

export interface PickerItemProps extends PickerItemFacts, SearchResult {
  id: string;
  highlighted: boolean;
  /** Its place among all, from 1. */
  position: number;
  total: number;
  onSelect: (definition: ConnectorDefinition) => void;
}

/** One service: its tile, its name, and one line that says what it is or how it stands. */
export function PickerItem({ id, definition, matches, highlighted, position, total, onSelect, ...facts }: PickerItemProps): ReactNode {
  const slot = usePickerSlots();
  return (
    <li role="presentation">
      <button
        {...slot('picker-item')}
        type="button"
        role="option"
        id={id}
        tabIndex={-1}
        aria-selected={highlighted}
        aria-posinset={position}
        aria-setsize={total}
        data-definition={definition.slug ?? definition.id}
        data-highlighted={highlighted ? '' : undefined}
        data-connected={facts.connectedCount > 0 ? '' : undefined}
        data-attention={facts.needsAttention ? '' : undefined}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onSelect(definition)}
      >
        <Tile name={definition.name} iconUrl={definition.iconUrl} />
        <span>
          <span {...slot('picker-item-name')}>
            <bdi>{marked(definition.name, matches)}</bdi>
          </span>
          <ItemMeta category={definition.category} {...facts} />
        </span>
        <Icon name="chevron" />
      </button>
    </li>
  );
}

/** How the service stands, if there is something to say; else its kind. Always one line, so that nothing jumps. */
function ItemMeta({ category, connectedCount, needsAttention }: PickerItemFacts & { category: string | null }): ReactNode {
  const slot = usePickerSlots();
  const picker = usePickerWords();
  if (needsAttention) {
    return (
      <span {...slot('picker-item-meta')} data-tone="warning">
        <Icon name="alert" />
        {picker.attention}
      </span>
    );
  }
  if (connectedCount > 0) {
    return (
      <span {...slot('picker-item-meta')} data-tone="success">
        <Icon name="check" />
        {picker.connected(connectedCount)}
      </span>
    );
  }
  return <span {...slot('picker-item-meta')}>{category}</span>;
}

function marked(name: string, matches: readonly TextRange[]): ReactNode {
  if (matches.length === 0) return name;
  const pieces = matches.flatMap(({ start, end }, place) => [
    name.slice(matches[place - 1]?.end ?? 0, start),
    <mark key={start}>{name.slice(start, end)}</mark>,
  ]);
  return [...pieces, name.slice(matches.at(-1)?.end ?? 0)];
}
