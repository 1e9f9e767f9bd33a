/** Longer values are not matched against any pattern. In characters. */
export const LONGEST_MATCHED = 10_000;

/** A pattern that can be matched without hanging. */
export interface SafePattern {
  test(text: string): boolean;
}

/** A schema's `pattern`, or null where there is none that can be checked. A text that is too long to be matched fits. */
export function patternOf(source: unknown): SafePattern | null {
  if (typeof source !== 'string') return null;
  try {
    const regex = new RegExp(source, 'u');
    return { test: (text) => text.length > LONGEST_MATCHED || regex.test(text) };
  } catch {
    return null; // Not a regular expression.
  }
}
