'use client';
import { useMemo, useState } from 'react';
import type { ConnectorDefinition } from '../../core/index.js';
import { usePickerWords, withoutRepeats } from '../../internal/index.js';
import { categoriesOf, isMany } from './categories.js';
import { nearDefinitions } from './nearDefinitions.js';
import { indexDefinitions, type SearchResult, searchDefinitions } from './searchDefinitions.js';
import type { PickerGroup } from './types.js';
import { useFollowing } from './useFollowing.js';

/** Services that are a short list. */
const SHORT = 100;

export interface PickerModelOptions {
  definitions: readonly ConnectorDefinition[];
  suggested: readonly string[];
  /** Whether to offer kinds of service; undefined is "where it helps". */
  categories: boolean | undefined;
  /** The choice of a kind stood there while the list loaded. */
  placed: boolean;
}

export interface PickerModel {
  /** What is typed, as it is typed. */
  query: string;
  /** What the groups answer: the query without the room around it, a moment later where there is much to draw. */
  asked: string;
  setQuery: (query: string) => void;
  /** Kinds of service to choose from; none where the choice is not offered. */
  categories: readonly string[];
  category: string | null;
  setCategory: (category: string | null) => void;
  groups: readonly PickerGroup[];
  /** Of all groups, in the order shown. */
  items: readonly SearchResult[];
  /** The list is short: it is drawn whole, and follows each letter at once. */
  short: boolean;
  /** Nothing fits as it was typed: the items are guesses. */
  guessed: boolean;
  highlighted: string | null;
  setHighlighted: (definitionId: string | null) => void;
  /** What Enter takes: the highlighted one; the best where the list does not answer this text yet. */
  pick: (text: string) => ConnectorDefinition | null;
  /** The first that fits a text as it was typed. Guesses are for whoever sees them. */
  best: (text: string) => ConnectorDefinition | null;
}

/** What is typed, what is found, and which of it is highlighted: while searching the best result, unless another was chosen. */
export function usePickerModel({ definitions: given, suggested, categories: offered, placed }: PickerModelOptions): PickerModel {
  const picker = usePickerWords();
  const [query, setText] = useState('');
  const [chosen, setHighlighted] = useState<string | null>(null);
  const [kind, setKind] = useState<string | null>(null);
  const definitions = useMemo(() => withoutRepeats(given, ({ id }) => id), [given]);
  const short = definitions.length <= SHORT;
  // The field shows the letter first; the list follows.
  const asked = useFollowing(query.trim(), short);
  const kinds = useMemo(() => categoriesOf(definitions), [definitions]);
  const worth = kinds.length > (placed ? 0 : 1) && (offered ?? (placed || isMany(definitions)));
  const categories = worth ? kinds : NONE;
  const category = kind !== null && categories.includes(kind) ? kind : null;
  const shown = useMemo(() => (category === null ? definitions : definitions.filter((one) => one.category === category)), [definitions, category]);
  const find = useMemo(() => finder(shown), [shown]);
  const groups = useMemo(() => {
    if (asked === '') return category === null ? browsed(shown, suggested, picker) : [groupOf('all', category, shown.map(unmarked))];
    const { items, guessed } = find(asked);
    if (guessed) return [groupOf('near', picker.near(asked), items)];
    return items.length === 0 ? [] : [groupOf('results', picker.results(items.length, asked), items)];
  }, [asked, category, shown, suggested, find, picker]);
  const items = useMemo(() => groups.flatMap((group) => group.items), [groups]);
  const highlighted = items.some(({ definition }) => definition.id === chosen) ? chosen : asked === '' ? null : (items[0]?.definition.id ?? null);
  const anew = (change: () => void) => {
    change();
    setHighlighted(null);
  };
  const best = (text: string) => {
    const { items: found, guessed } = find(text.trim());
    return guessed ? null : (found[0]?.definition ?? null);
  };
  return {
    query,
    asked,
    setQuery: (text) => anew(() => setText(text)),
    categories,
    category,
    setCategory: (next) => anew(() => setKind(next)),
    groups,
    items,
    short,
    guessed: groups[0]?.key === 'near',
    highlighted,
    setHighlighted,
    pick: (text) => (text.trim() === asked ? (items.find(({ definition }) => definition.id === highlighted)?.definition ?? null) : best(text)),
    best,
  };
}

const NONE: readonly string[] = [];

/** Finds in a list, which is prepared when it is first asked. */
function finder(definitions: readonly ConnectorDefinition[]): (query: string) => { items: readonly SearchResult[]; guessed: boolean } {
  let made: ReturnType<typeof indexDefinitions> | null = null;
  return (query) => {
    made ??= indexDefinitions(definitions);
    const found = searchDefinitions(made, query);
    const near = found.length === 0 ? nearDefinitions(made, query) : [];
    return near.length > 0 ? { items: near, guessed: true } : { items: found, guessed: false };
  };
}

interface HeadingWords {
  suggested: string;
  more: string;
  all: string;
}

function browsed(definitions: readonly ConnectorDefinition[], suggested: readonly string[], words: HeadingWords): PickerGroup[] {
  const first = suggested.flatMap((id) => definitions.find((definition) => definition.id === id || definition.slug === id) ?? []);
  const taken = new Set(first);
  const rest = definitions.filter((definition) => !taken.has(definition));
  const groups = [
    groupOf('suggested', words.suggested, [...taken].map(unmarked)),
    groupOf('all', first.length > 0 ? words.more : words.all, rest.map(unmarked)),
  ];
  return groups.filter(({ items }) => items.length > 0);
}

const groupOf = (key: PickerGroup['key'], heading: string, items: readonly SearchResult[]): PickerGroup => ({
  key,
  heading,
  count: key === 'all' ? items.length : null,
  items,
});

const unmarked = (definition: ConnectorDefinition): SearchResult => ({ definition, matches: [] });
