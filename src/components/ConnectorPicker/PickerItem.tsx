'use client';
import { memo, type ReactNode } from 'react';
import type { ConnectorDefinition } from '../../core/index.js';
import { ReplaceablePart, usePickerWords } from '../../internal/index.js';
import { Icon, Tile } from '../parts/index.js';
import { usePickerParts, usePickerSlots } from './context.js';
import type { TextRange } from './foldText.js';
import type { SearchResult } from './searchDefinitions.js';
import type { PickerItemFacts, PickerItemPartProps } from './types.js';

export interface PickerItemProps extends PickerItemFacts {
  id: string;
  result: SearchResult;
  highlighted: boolean;
  /** Its place among all, from 1. */
  position: number;
  total: number;
  onSelect: (definition: ConnectorDefinition) => void;
  onIntent: (definition: ConnectorDefinition | null) => void;
}

/** One service: its tile, its name, and one line that says what it is or how it stands. Drawn again only when something of it changed. */
export const PickerItem = memo(function PickerItem({ id, result, highlighted, position, total, onSelect, onIntent, ...facts }: PickerItemProps): ReactNode {
  const slot = usePickerSlots();
  const parts = usePickerParts();
  const { definition, matches } = result;
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
        onPointerEnter={() => onIntent(definition)}
        onPointerLeave={() => onIntent(null)}
        // The second click of a double click chooses nothing: what it meets may have come under it with the first.
        onClick={(event) => event.detail < 2 && onSelect(definition)}
      >
        <ReplaceablePart name="tile" part={parts.tile} props={{ definition, ...facts }}>
          <Tile name={definition.name} iconUrl={definition.iconUrl} />
        </ReplaceablePart>
        <span>
          <span {...slot('picker-item-name')}>
            <bdi>{marked(definition.name, matches)}</bdi>
          </span>
          <ReplaceablePart name="picker-item-meta" part={parts['picker-item-meta']} props={{ definition, ...facts }}>
            <ItemMeta definition={definition} {...facts} />
          </ReplaceablePart>
        </span>
        <Icon name="chevron" />
      </button>
    </li>
  );
});

/** How the service stands, if there is something to say; else its kind. Always one line, so that nothing jumps. */
function ItemMeta({ definition, connectedCount, needsAttention }: PickerItemPartProps): ReactNode {
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
  return <span {...slot('picker-item-meta')}>{definition.category}</span>;
}

function marked(name: string, matches: readonly TextRange[]): ReactNode {
  if (matches.length === 0) return name;
  const pieces = matches.flatMap(({ start, end }, place) => [
    name.slice(matches[place - 1]?.end ?? 0, start),
    <mark key={start}>{name.slice(start, end)}</mark>,
  ]);
  return [...pieces, name.slice(matches.at(-1)?.end ?? 0)];
}
