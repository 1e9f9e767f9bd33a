import { compilePattern } from './pattern/compilePattern.js';
import { isNested, isSimple } from './pattern/measurePattern.js';
import { parsePattern } from './pattern/parsePattern.js';
import { withinVerdict } from './pattern/verdictRun.js';

/** Longer values are not matched against any pattern. In characters. */
export const LONGEST_MATCHED = 10_000;

/** Patterns are judged once; what is kept of them is bounded. */
const MOST_KEPT = 1_000;

/** A schema's pattern, judged. None of them hangs, whatever the text. */
export interface SafePattern {
  /** What it says of a text. True of a text that can not be matched: too long, or given up. */
  test(text: string): boolean;
  /** The same as a pattern for an engine that knows only the flag `u`, or null where such an engine could hang or reads it otherwise. */
  native: string | null;
  /** A repetition within a repetition: matched with a bound, so a very long text may be left unchecked. */
  nested: boolean;
}

const kept = new Map<string, SafePattern | null>();

/** A schema's `pattern`, or null where it is none, or one that can not be matched safely: then the value is left unchecked. */
export function patternOf(source: unknown): SafePattern | null {
  if (typeof source !== 'string') return null;
  const known = kept.get(source);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const pattern = judged(source, 'u') ?? judged(source, '');
  kept.set(source, pattern);
  return pattern;
}

function judged(source: string, flags: 'u' | ''): SafePattern | null {
  const regex = source.length > LONGEST_MATCHED ? null : compiled(source, flags);
  const tree = regex && parsePattern(source, flags);
  const program = tree && compilePattern(tree);
  if (regex === null || tree === null || program === null) return null;
  const simple = isSimple(tree);
  return {
    test: (text) => text.length > LONGEST_MATCHED || (simple ? regex.test(text) : withinVerdict({ program, flags }, text)),
    native: simple && flags === 'u' ? `^[^]{${LONGEST_MATCHED + 1}}|(?:${source})` : null,
    nested: isNested(tree),
  };
}

function compiled(source: string, flags: 'u' | ''): RegExp | null {
  try {
    return new RegExp(source, flags);
  } catch {
    return null; // Not a regular expression: its caller warns.
  }
}
