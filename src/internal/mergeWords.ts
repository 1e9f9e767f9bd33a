type Words = Readonly<Record<string, unknown>>;

const isWords = (value: unknown): value is Words => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Words with some of them replaced, however deep: sentences, functions and lists as a whole. Both stay as they are. */
export function mergeWords<All extends object>(all: All, some: object): All {
  const merged: Record<string, unknown> = Object.fromEntries(Object.entries(all));
  for (const [key, own] of Object.entries(some)) {
    const before = merged[key];
    if (own !== undefined) merged[key] = isWords(own) && isWords(before) ? mergeWords(before, own) : own;
  }
  // SAFETY: a key keeps what it had, or gets what `some` says of it, which the types of the callers hold to the same shape.
  return merged as All;
}
