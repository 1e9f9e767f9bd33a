const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * The number that a text is in decimal notation; null where it is none (`0x1F`, `1,5`), or a whole number that would lose digits. Such a
 * text stays text, so that the verdict names it.
 */
export function numberIn(text: string): number | null {
  const trimmed = text.trim();
  const number = Number(trimmed);
  if (!DECIMAL.test(trimmed) || !Number.isFinite(number)) return null;
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? null : number;
}
