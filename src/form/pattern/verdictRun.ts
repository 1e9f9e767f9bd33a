import { runProgram } from './runProgram.js';
import type { Program } from './types.js';

/** Steps after which one text is given up, a quarter of a second of work or so. */
const MOST_STEPS = 1_500_000;
/** Steps of all texts of one verdict. */
const MOST_OF_A_VERDICT = 3_000_000;

/** A pattern as it is matched. */
export interface Matcher {
  program: Program;
  flags: 'u' | '';
}

/** What a verdict that is being reached has found out; null outside of one. Verdicts are reached in one go, so one place is enough. */
let current: { steps: number; found: Map<Program, Map<string, boolean>>; givenUp: Set<string> } | null = null;

/**
 * Reaches a verdict: all patterns matched meanwhile share one allowance of steps, and none is matched twice with a text.
 * @param work Gets the texts that were given up, and so count as fitting.
 */
export function asOneVerdict<Verdict>(work: (givenUp: ReadonlySet<string>) => Verdict): Verdict {
  const run = { steps: MOST_OF_A_VERDICT, found: new Map<Program, Map<string, boolean>>(), givenUp: new Set<string>() };
  const outer = current;
  current = run;
  try {
    return work(run.givenUp);
  } finally {
    current = outer;
  }
}

/** Whether a pattern is found in a text; true where it is given up. */
export function withinVerdict({ program, flags }: Matcher, text: string): boolean {
  if (current === null) return runProgram(program, text, flags, { steps: MOST_STEPS }) ?? true;
  const known = current.found.get(program) ?? new Map<string, boolean>();
  current.found.set(program, known);
  const before = known.get(text);
  if (before !== undefined) return before;
  const budget = { steps: Math.min(MOST_STEPS, current.steps) };
  const allowed = budget.steps;
  const found = runProgram(program, text, flags, budget);
  current.steps -= allowed - budget.steps;
  if (found === null) current.givenUp.add(text);
  known.set(text, found ?? true);
  return found ?? true;
}
