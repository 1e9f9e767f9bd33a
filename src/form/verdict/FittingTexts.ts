import type { SafePattern } from '../patternSafety.js';

/**
 * The values of an `enum`: all texts that fit a pattern. The validator looks through an `enum` with `some`; which text it looks for is found
 * among those of the value that is judged, and only that one is matched. A list of those that fit would match every text with every pattern.
 */
export class FittingTexts extends Array<string> {
  /** The texts of the value that is judged now. */
  texts: ReadonlySet<string> = new Set();
  readonly #pattern: SafePattern;

  constructor(pattern: SafePattern) {
    super();
    this.#pattern = pattern;
  }

  override some(isIt: (text: string, index: number, all: string[]) => unknown): boolean {
    for (const text of this.texts) if (isIt(text, 0, this)) return this.#pattern.test(text);
    return false;
  }
}
