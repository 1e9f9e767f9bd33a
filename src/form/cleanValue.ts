import { numberIn } from './numberIn.js';
import type { FormField } from './types.js';

/** What was typed into one control, as it is sent: trimmed, numbers as numbers, JSON text parsed; undefined when it is blank. */
export function cleanValue(field: FormField, value: unknown): unknown {
  if (field.kind === 'tags') return cleanTags(field, value);
  if (field.kind === 'select') return field.options.some((option) => option.value === value) ? value : cleanText(field, value);
  return cleanText(field, value);
}

function cleanText(field: FormField, value: unknown): unknown {
  if (value === null) return undefined;
  if (typeof value !== 'string') return isTyped(field, value) ? value : undefined;
  const text = value.trim();
  if (text === '') return undefined;
  if (field.kind === 'number') return numberOrText(text);
  return field.kind === 'json' ? parsedOrText(text) : text;
}

/** A secret is text. An object there is what became of a saved one that was copied: it is asked again rather than sent. */
const isTyped = ({ kind }: FormField, value: unknown): boolean => (kind !== 'secret' && kind !== 'multiline_secret') || typeof value !== 'object';

function cleanTags(field: FormField, value: unknown): unknown {
  if (!Array.isArray(value)) return cleanText(field, value);
  const items = value.map((item) => (typeof item === 'string' && !isOption(field, item) ? cleanTag(field, item.trim()) : item)).filter((item) => item !== '');
  // One that was filled and emptied again is meant to be empty.
  return items.length === 0 && !field.required ? undefined : items;
}

const isOption = ({ options }: FormField, item: string): boolean => options.some(({ value }) => value === item);

/** The items of a list of numbers are typed as text too. */
const cleanTag = ({ inputType }: FormField, text: string): unknown => (inputType === 'number' ? numberOrText(text) : text);

/** Text that is no number stays text: the schema's verdict then says what is wrong with it. */
const numberOrText = (text: string): unknown => numberIn(text) ?? text;

/** Text that is not JSON stays text: the schema's verdict then says what is wrong with it. */
function parsedOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
