import { numberIn } from '../../form/index.js';
import { textOf } from './textOf.js';

/** What a text holds: the items of a JSON list, else the parts between commas, semicolons, tabs and line breaks; a part in double quotes may hold them. Numbers where the schema's items are numbers. */
export function itemsIn(text: string, schema: Readonly<Record<string, unknown>>): readonly (string | number)[] {
  const parts = (listIn(text) ?? partsIn(text)).map((part) => part.trim()).filter((part) => part !== '');
  return isNumeric(schema.items) ? parts.map(numberOr) : parts;
}

/** Whether a part in quotes has begun: a separator then belongs to it. */
export const isInQuotes = (text: string): boolean => /^\s*"[^"]*$/.test(text);

/** Several values in one text. */
export const holdsSeveral = (text: string): boolean => /[,;\t\r\n]/.test(text);

/** The items with the new ones after them, none twice, and which of the new ones were there already. */
export function withItems(items: readonly unknown[], added: readonly unknown[]): { items: readonly unknown[]; twice: readonly unknown[] } {
  const all = [...items];
  const twice: unknown[] = [];
  for (const item of added) (all.includes(item) ? twice : all).push(item);
  return { items: all, twice };
}

/** A saved list may hold an item twice. */
export const keyOfItem = (items: readonly unknown[], index: number): string =>
  `${typeof items[index]} ${textOf(items[index])} ${items.slice(0, index).filter((other) => other === items[index]).length}`;

const SEPARATORS = /[,;\t\r\n]/;
const SEPARATORS_KEPT = /([,;\t\r\n])/;

function partsIn(text: string): readonly string[] {
  const parts: string[] = [];
  for (const piece of text.split(SEPARATORS_KEPT)) {
    const last = parts.at(-1) ?? '';
    if (isInQuotes(last)) parts[parts.length - 1] = last + piece;
    else if (!SEPARATORS.test(piece)) parts.push(piece);
  }
  // A quote that nothing closes is a mark like any other.
  return isInQuotes(parts.at(-1) ?? '') ? text.split(SEPARATORS) : parts.map((part) => /^\s*"([^"]*)"\s*$/.exec(part)?.[1] ?? part);
}

/** A copied JSON list of texts and numbers. */
function listIn(text: string): readonly string[] | null {
  if (!/^\s*\[.*\]\s*$/s.test(text)) return null;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every((item) => typeof item === 'string' || typeof item === 'number') ? list.map(String) : null;
  } catch {
    return null; // Brackets around something else: taken as it is.
  }
}

/** A text that is no number, or a number that would lose digits, stays text: the verdict names it. */
const numberOr = (text: string): string | number => numberIn(text) ?? text;

const isNumeric = (items: unknown): boolean =>
  typeof items === 'object' && items !== null && 'type' in items && [items.type].flat().some((type) => type === 'integer' || type === 'number');
