import type { ConnectorDefinition } from '../../core/index.js';

/** A stretch of a name, from `start` up to and without `end`, in UTF-16 units. */
export interface TextRange {
  start: number;
  end: number;
}

export interface SearchResult {
  definition: ConnectorDefinition;
  /** What of the name was found, in its order; empty where only the kind of service was. */
  matches: readonly TextRange[];
}

/** A text reduced to what is compared: letters and digits, without accents, case and what stands between them. */
export interface FoldedText {
  text: string;
  /** For each unit of `text`, the character of the original that it comes from. */
  origins: readonly TextRange[];
  /** Where in `text` a word begins. */
  wordStarts: ReadonlySet<number>;
}

export interface IndexedDefinition {
  definition: ConnectorDefinition;
  name: FoldedText;
  category: FoldedText;
}

/** What is searched, prepared once for a list. */
export const indexDefinitions = (definitions: readonly ConnectorDefinition[]): IndexedDefinition[] =>
  definitions.map((definition) => ({ definition, name: foldText(definition.name), category: foldText(definition.category ?? '') }));

/**
 * The definitions that fit, best first: the name begins with the query, a word of it does, it contains the query, it contains each word of
 * the query, the kind of service begins so. Equals keep their order.
 */
export function searchDefinitions(index: readonly IndexedDefinition[], query: string): SearchResult[] {
  const whole = foldText(query).text;
  if (whole === '') return [];
  const words = query
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map((word) => foldText(word).text)
    .filter((word) => word !== '');
  const found: { rank: number; result: SearchResult }[] = [];
  for (const entry of index) {
    const match = matchEntry(entry, whole, words);
    if (match !== null) found.push({ rank: match.rank, result: { definition: entry.definition, matches: match.matches } });
  }
  return found.sort((a, b) => a.rank - b.rank).map(({ result }) => result);
}

/** `Crème brûlée!` becomes `cremebrulee`, each letter with its origin. */
export function foldText(source: string): FoldedText {
  const origins: TextRange[] = [];
  const wordStarts = new Set<number>();
  let text = '';
  let start = 0;
  let between = true;
  for (const character of source) {
    const end = start + character.length;
    const folded = character
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
    if (folded !== '' && between) wordStarts.add(text.length);
    // An accent of its own, as in decomposed text, ends no word.
    if (folded !== '' || !/\p{M}/u.test(character)) between = folded === '';
    for (let unit = 0; unit < folded.length; unit += 1) origins.push({ start, end });
    text += folded;
    start = end;
  }
  return { text, origins, wordStarts };
}

function matchEntry({ name, category }: IndexedDefinition, whole: string, words: readonly string[]): { rank: number; matches: TextRange[] } | null {
  const place = bestPlace(name, whole);
  if (place !== null) {
    const rank = place === 0 ? 0 : name.wordStarts.has(place) ? 1 : 2;
    return { rank, matches: [originalRange(name, place, whole.length)] };
  }
  const places = words.map((word) => ({ word, at: bestPlace(name, word) }));
  const ranges = places.flatMap(({ word, at }) => (at === null ? [] : [originalRange(name, at, word.length)]));
  if (words.length > 1 && ranges.length === words.length) return { rank: 3, matches: joinedRanges(ranges) };
  return category.text.startsWith(whole) ? { rank: 4, matches: [] } : null;
}

/** The first place at which a word begins so, else the first at all. */
function bestPlace({ text, wordStarts }: FoldedText, part: string): number | null {
  const first = text.indexOf(part);
  if (first === -1) return null;
  for (const start of wordStarts) if (text.startsWith(part, start)) return start;
  return first;
}

function originalRange({ origins }: FoldedText, at: number, length: number): TextRange {
  return { start: origins[at]?.start ?? 0, end: origins[at + length - 1]?.end ?? 0 };
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
