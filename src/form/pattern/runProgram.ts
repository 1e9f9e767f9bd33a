import type { Edge, Program, Step } from './types.js';

/**
 * Whether a pattern is found in a text, all ways at once: the time grows with the length of the text, never with the ways through it.
 * Null when even so it would take more steps than are left; what it took is then gone from them.
 */
export function runProgram({ start, size }: Program, text: string, flags: 'u' | '', budget: { steps: number }): boolean | null {
  const characters = flags === 'u' ? [...text] : text.split('');
  const seen = new Int32Array(size);
  let stamp = 0;
  let left = budget.steps;

  /** Walks from `from`; found when the end is reached, or, with `until`, when it is reached exactly there. */
  function walk(first: Step, from: number, mode: { anchored: boolean; until: number | null }): boolean {
    let current: Step[] = [];
    for (let at = from; left > 0 && at <= (mode.until ?? characters.length); at += 1) {
      const waiting = mode.anchored && at > from ? current : [...current, first];
      const { reached, chars } = spread(waiting, at);
      if (reached && (mode.until === null || mode.until === at)) return true;
      const character = characters[at];
      if (character === undefined || (chars.length === 0 && mode.anchored)) return false;
      current = chars.flatMap(({ test, to }) => (test?.test(character) ? to : []));
    }
    return false;
  }

  /** The steps that wait for a character, behind all that go on at the same place. */
  function spread(waiting: Step[], at: number): { reached: boolean; chars: Step[] } {
    stamp += 1;
    const mark = stamp;
    const chars: Step[] = [];
    let reached = false;
    while (waiting.length > 0 && left > 0) {
      const step = waiting.pop();
      if (step === undefined || seen[step.id] === mark) continue;
      seen[step.id] = mark;
      left -= 1;
      if (step.kind === 'match') reached = true;
      else if (step.kind === 'char') chars.push(step);
      else if (holds(step, at)) waiting.push(...step.to);
    }
    return { reached, chars };
  }

  function holds({ edge, look }: Step, at: number): boolean {
    if (edge !== null) return isAt(edge, characters, at);
    if (look === null) return true;
    const found = look.ahead
      ? walk(look.start, at, { anchored: true, until: null })
      : walk(look.start, Math.max(0, at - look.reach), { anchored: false, until: at });
    return found !== look.negated;
  }

  const found = walk(start, 0, { anchored: false, until: null });
  budget.steps = Math.max(0, left);
  return left > 0 ? found : null;
}

function isAt(edge: Edge, characters: readonly string[], at: number): boolean {
  if (edge === 'start') return at === 0;
  if (edge === 'end') return at === characters.length;
  const isWord = (character: string | undefined) => character !== undefined && /\w/.test(character);
  return (isWord(characters[at - 1]) !== isWord(characters[at])) === (edge === 'word');
}
