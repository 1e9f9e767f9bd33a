/** Longer texts are not matched. In characters. */
const LONGEST = 200;
/** So many repetitions without an end take at most some milliseconds on a text of that length. */
const MOST_REPETITIONS = 2;

/**
 * Whether a text fits a pattern so plain that it can not hang: without groups, and with few repetitions. Null where that is not so, or it is
 * no pattern. For the names and defaults of a schema; what people type is judged by the validator, whose matcher takes every pattern.
 */
export function fitsPlainPattern(source: unknown, text: string): boolean | null {
  if (typeof source !== 'string' || text.length > LONGEST || source.length > LONGEST || source.includes('(')) return null;
  if ((source.match(/[*+]|,\}/g) ?? []).length > MOST_REPETITIONS) return null;
  try {
    return new RegExp(source, 'u').test(text);
  } catch {
    return null; // No pattern with that flag: the validator tells of it.
  }
}
