/** A stretch of a text, from `start` up to and without `end`, in UTF-16 units. */
export interface TextRange {
  start: number;
  end: number;
}

/** A text reduced to what is compared: letters and digits, without accents, case and what stands between them. */
export interface FoldedText {
  source: string;
  text: string;
  /** Where in `text` a word begins, ascending. */
  wordStarts: readonly number[];
}

/** `Crème brûlée!` becomes `cremebrulee`. */
export function foldText(source: string): FoldedText {
  const wordStarts: number[] = [];
  let text = '';
  let between = true;
  for (const character of source) {
    const folded = foldCharacter(character);
    if (folded !== '' && between) wordStarts.push(text.length);
    // An accent of its own, as in decomposed text, ends no word.
    if (folded !== '' || !/\p{M}/u.test(character)) between = folded === '';
    text += folded;
  }
  return { source, text, wordStarts };
}

/** Where in the original the part of `text` from `at` on stands. Reckoned only for what is drawn: a list may have thousands of names. */
export function originalRange({ source }: FoldedText, at: number, length: number): TextRange {
  const range = { start: 0, end: 0 };
  let folded = 0;
  let place = 0;
  for (const character of source) {
    const next = folded + foldCharacter(character).length;
    const end = place + character.length;
    if (folded <= at && at < next) range.start = place;
    if (folded < at + length && at + length <= next) range.end = end;
    folded = next;
    place = end;
  }
  return range;
}

/** A character as it is compared; nothing for what is neither letter nor digit. Plain letters and digits take the short way. */
function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code > 127) return character.normalize('NFKD').toLowerCase().replace(NOT_COMPARED, '');
  if ((code >= LOWER_A && code <= LOWER_Z) || (code >= ZERO && code <= NINE)) return character;
  return code >= UPPER_A && code <= UPPER_Z ? character.toLowerCase() : '';
}

const NOT_COMPARED = /[^\p{L}\p{N}]/gu;
const [LOWER_A, LOWER_Z, UPPER_A, UPPER_Z, ZERO, NINE] = [97, 122, 65, 90, 48, 57] as const;
