'use client';
import { useMemo, useState } from 'react';
import type { ConnectorDefinition } from '../../core/index.js';
import { usePickerWords } from '../../internal/index.js';
import { indexDefinitions, type SearchResult, searchDefinitions } from './searchDefinitions.js';
import type { PickerGroup } from './types.js';

export interface PickerModel {
  query: string;
  /** The query without the room around it. */
  asked: string;
  setQuery: (query: string) => void;
  groups: readonly PickerGroup[];
  /** Of all groups, in the order shown. */
  items: readonly SearchResult[];
  highlighted: string | null;
  setHighlighted: (definitionId: string | null) => void;
}

/** What is typed, what is found, and which of it is highlighted: while searching the best result, unless another was chosen. */
export function usePickerModel(definitions: readonly ConnectorDefinition[], suggested: readonly string[]): PickerModel {
  const picker = usePickerWords();
  const [query, setText] = useState('');
  const [chosen, setHighlighted] = useState<string | null>(null);
  const asked = query.trim();
  const index = useMemo(() => indexDefinitions(definitions), [definitions]);
  const groups = useMemo(() => {
    if (asked === '') return browsed(definitions, suggested, picker);
    const items = searchDefinitions(index, asked);
    return items.length === 0 ? [] : [{ key: 'results' as const, heading: picker.results(items.length, asked), count: null, items }];
  }, [asked, definitions, index, suggested, picker]);
  const items = useMemo(() => groups.flatMap((group) => group.items), [groups]);
  const highlighted = items.some(({ definition }) => definition.id === chosen) ? chosen : asked === '' ? null : (items[0]?.definition.id ?? null);
  const setQuery = (text: string) => {
    setText(text);
    setHighlighted(null);
  };
  return { query, asked, setQuery, groups, items, highlighted, setHighlighted };
}

interface HeadingWords {
  suggested: string;
  more: string;
  all: string;
}

function browsed(definitions: readonly ConnectorDefinition[], suggested: readonly string[], words: HeadingWords): PickerGroup[] {
  const first = suggested.flatMap((id) => definitions.find((definition) => definition.id === id || definition.slug === id) ?? []);
  const rest = definitions.filter((definition) => !first.includes(definition));
  const groups: PickerGroup[] = [
    { key: 'suggested', heading: words.suggested, count: null, items: first.map(unmarked) },
    { key: 'all', heading: first.length > 0 ? words.more : words.all, count: rest.length, items: rest.map(unmarked) },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

const unmarked = (definition: ConnectorDefinition): SearchResult => ({ definition, matches: [] });
