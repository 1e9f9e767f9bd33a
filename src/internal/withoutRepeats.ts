/** Each thing once, at its first place, in its latest form: what two rows have in common would else be drawn twice under one key. */
export function withoutRepeats<Item>(items: readonly Item[], idOf: (item: Item) => string): readonly Item[] {
  const known = new Map(items.map((item) => [idOf(item), item]));
  return known.size === items.length ? items : [...known.values()];
}
