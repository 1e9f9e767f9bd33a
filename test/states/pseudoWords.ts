import { en, type MessagesOverride } from '../../src/i18n/index.js';

/** As long as German or Finnish often is: 40 % more, in words that may wrap, marked at both ends so that a cut shows. */
export const lengthen = (sentence: string): string => `⟦${sentence} ${'lorem '.repeat(Math.ceil((sentence.length * 0.4) / 6)).trim()}⟧`;

function longer(words: unknown): unknown {
  if (typeof words === 'string') return words.length < 3 ? words : lengthen(words);
  if (typeof words === 'function') return (...args: unknown[]) => longer(words(...args));
  if (Array.isArray(words)) return words.map(longer);
  // A sentence of React nodes, or a date: not ours to lengthen.
  if (typeof words !== 'object' || words === null || Object.getPrototypeOf(words) !== Object.prototype || '$$typeof' in words) return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, longer(value)]));
}

// SAFETY: the same keys with values of the same kinds; only strings are other strings.
export const pseudoWords = longer(en) as MessagesOverride;
