import type { ConnectorDefinition } from '../../core/index.js';
import { type FoldedText, foldText, originalRange, type TextRange } from './foldText.js';

export interface SearchResult {
  definition: ConnectorDefinition;
  /** What of the name was found, in its order; empty where only the kind of service was, or the name is only near. */
  readonly matches: readonly TextRange[];
}

export interface IndexedDefinition {
  definition: ConnectorDefinition;
  name: FoldedText;
  category: FoldedText;
}

/** From the best on: see `searchDefinitions`. */
const RANKS = [0, 1, 2, 3, 4, 5, 6] as const;

/** A stretch of a folded name. */
interface Part {
  at: number;
  length: number;
}

/** What is searched, prepared once for a list. */
export const indexDefinitions = (definitions: readonly ConnectorDefinition[]): IndexedDefinition[] =>
  definitions.map((definition) => ({ definition, name: foldText(definition.name), category: foldText(definition.category ?? '') }));

/**
 * The definitions that fit, best first: the name is the query, begins with it, a word of it does, it contains the query, it contains each
 * word of the query, its words begin with the query's letters (`ga4`), the kind of service begins so. Equals keep their order.
 */
export function searchDefinitions(index: readonly IndexedDefinition[], query: string): SearchResult[] {
  const whole = foldText(query).text;
  if (whole === '') return [];
  const words = query
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map((word) => foldText(word).text)
    .filter((word) => word !== '');
  const ranked: SearchResult[][] = RANKS.map(() => []);
  for (const entry of index) {
    const match = matchEntry(entry, whole, words);
    if (match !== null) ranked[match.rank]?.push(resultOf(entry, match.parts));
  }
  return ranked.flat();
}

function matchEntry({ name, category }: IndexedDefinition, whole: string, words: readonly string[]): { rank: (typeof RANKS)[number]; parts: Part[] } | null {
  const place = bestPlace(name, whole);
  if (place !== null) {
    const rank = place > 0 ? (name.wordStarts.includes(place) ? 2 : 3) : whole.length === name.text.length ? 0 : 1;
    return { rank, parts: [{ at: place, length: whole.length }] };
  }
  if (words.length > 1) {
    const parts = words.flatMap((word) => {
      const at = bestPlace(name, word);
      return at === null ? [] : [{ at, length: word.length }];
    });
    if (parts.length === words.length) return { rank: 4, parts };
  }
  if (beginsByInitials(name, whole)) return { rank: 5, parts: name.wordStarts.slice(0, whole.length).map((at) => ({ at, length: 1 })) };
  return category.text.startsWith(whole) ? { rank: 6, parts: [] } : null;
}

/** The first place at which a word begins so, else the first at all. */
function bestPlace({ text, wordStarts }: FoldedText, part: string): number | null {
  const first = text.indexOf(part);
  if (first === -1) return null;
  return wordStarts.find((start) => start >= first && text.startsWith(part, start)) ?? first;
}

/** `ga4` begins the words of `Google Analytics 4`. One letter is none. */
const beginsByInitials = ({ text, wordStarts }: FoldedText, whole: string): boolean =>
  whole.length > 1 && wordStarts.length >= whole.length && [...whole].every((letter, place) => text[wordStarts[place] ?? -1] === letter);

/** Marks are reckoned when they are first looked at: of thousands of results only some are drawn. */
function resultOf({ definition, name }: IndexedDefinition, parts: readonly Part[]): SearchResult {
  let matches: readonly TextRange[] | null = null;
  return {
    definition,
    get matches() {
      matches ??= joinedRanges(parts.map(({ at, length }) => originalRange(name, at, length)));
      return matches;
    },
  };
}

function joinedRanges(ranges: readonly TextRange[]): TextRange[] {
  const joined: TextRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && range.start <= last.end) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else joined.push(range);
  }
  return joined;
}
