/** Pieces of a pattern that stand for parts of a date, in the order in which a date has them. */
const PIECES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:\[0-9\]|\\d)\{4\}/, ['YYYY']],
  [/^(?:\[0-9\]|\\d)\{2\}/, ['MM', 'DD', 'HH', 'mm', 'ss']],
  [/^(?:\[0-9\]|\\d)\{(?:3|1,3)\}/, ['SSS']],
  [/^(?:\[0-9\]|\\d)\{(?:6|1,6)\}/, ['SSSSSS']],
];

/**
 * The name of a date pattern, worked out from the pattern itself and never by running it: `^[0-9]{4}-[0-9]{2}-[0-9]{2}$` is `YYYY-MM-DD`.
 * What may be left out stands in brackets. Null for a pattern that is no date.
 */
export function datePattern(pattern: string): string | null {
  if (!pattern.includes('{4}')) return null;
  let rest = trimmed(pattern);
  let name = '';
  let part = 0;
  while (rest !== '') {
    const piece = PIECES.find(([form]) => form.test(rest));
    const text = piece?.[0].exec(rest)?.[0] ?? /^(?:\\?[-:.T Z/]|\[\.\])/.exec(rest)?.[0];
    if (text !== undefined) {
      name += piece === undefined ? text.replace(/[\\[\]]/g, '') : (piece[1][piece[1].length > 1 ? part++ : 0] ?? '?');
      rest = rest.slice(text.length);
    } else if (rest.startsWith('(')) {
      name += '[';
      rest = rest.replace(/^\((?:\?:)?/, '');
    } else if (rest.startsWith(')?')) {
      name += ']';
      rest = rest.slice(2);
    } else return null;
  }
  return /^YYYY(?:-MM|\/MM)/.test(name) && isBalanced(name) && !name.includes('?') ? name : null;
}

/** Without anchors and without "or nothing". */
const trimmed = (pattern: string): string =>
  pattern
    .replace(/^\^\$\||\|\^\$$/g, '')
    .replace(/^\^/, '')
    .replace(/\$$/, '');

const isBalanced = (name: string): boolean => name.split('[').length === name.split(']').length;
