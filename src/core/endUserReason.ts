/** Characters that are kept. */
const LIMIT = 500;
/** Control characters, line breaks, halves of characters, and marks that turn the direction of what stands around them. */
const UNFIT = /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]+/gu;

/** Words that another system made for end users, as one line of bounded length that shows as it reads. Undefined when nothing is left. */
export function endUserReason(text: string | undefined): string | undefined {
  // Twice as many units hold every character that is kept.
  const line = text
    ?.slice(0, 2 * LIMIT)
    .replace(UNFIT, ' ')
    .trim();
  return line ? [...line].slice(0, LIMIT).join('').trimEnd() : undefined;
}
