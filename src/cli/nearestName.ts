import { slugOf } from './nameMatches.js';

/** Letters that may be wrong in a name that is meant. */
const MAX_SLIPS = 2;

/** The name that was probably meant, as a slug; null where none is near. */
export function nearestName(wanted: string, names: readonly string[]): string | null {
  const slug = slugOf(wanted);
  const near = names.map((name) => ({ name: slugOf(name), slips: distance(slug, slugOf(name)) })).filter(({ slips }) => slips <= MAX_SLIPS);
  return near.toSorted((a, b) => a.slips - b.slips)[0]?.name ?? null;
}

/** Letters to add, to leave out or to change. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1];
    for (let at = 1; at <= b.length; at += 1) {
      next.push(Math.min((next[at - 1] ?? 0) + 1, (row[at] ?? 0) + 1, (row[at - 1] ?? 0) + (letter === b[at - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
