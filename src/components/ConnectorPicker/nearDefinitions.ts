import { foldText } from './foldText.js';
import type { IndexedDefinition, SearchResult } from './searchDefinitions.js';

/** As many as one looks over at a glance. */
const MOST = 5;

/**
 * The definitions whose name, or a word of it, begins almost like the query: one slip of the keys from four letters on, two from seven.
 * For when nothing fits as it was typed. The nearest first; equals keep their order.
 */
export function nearDefinitions(index: readonly IndexedDefinition[], query: string): SearchResult[] {
  const typed = foldText(query).text;
  const slips = typed.length < 4 ? 0 : typed.length < 7 ? 1 : 2;
  if (slips === 0) return [];
  return index
    .flatMap(({ definition, name }) => {
      const distances = name.wordStarts.map((start) => distanceToBeginning(typed, name.text.slice(start, start + typed.length + slips)));
      const distance = Math.min(...distances);
      return distance <= slips ? [{ distance, result: { definition, matches: [] } }] : [];
    })
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST)
    .map(({ result }) => result);
}

/**
 * How many slips lead from what was typed to some beginning of `text`: a letter too much, too little, another one, or two neighbours
 * swapped (the optimal string alignment, open at the end).
 */
function distanceToBeginning(typed: string, text: string): number {
  let before: number[] = [];
  let row = Array.from({ length: text.length + 1 }, (_, column) => column);
  for (let line = 1; line <= typed.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= text.length; column += 1) {
      const same = typed[line - 1] === text[column - 1];
      const swapped = typed[line - 1] === text[column - 2] && typed[line - 2] === text[column - 1];
      next[column] = Math.min(
        (row[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (row[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = row;
    row = next;
  }
  return Math.min(...row);
}
