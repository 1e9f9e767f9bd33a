import { type FormField, type FormValues, valueAt } from '../../form/index.js';
import { fieldsInPlay } from './fieldsInPlay.js';

const PARTS = 3;
const LONGEST = 40;

/** What an item of a list is known by: its first few values, never a secret; null while nothing is filled in. */
export function itemName(item: FormField, values: FormValues): string | null {
  const texts = [item, ...fieldsInPlay([item], values)].filter((field) => !field.secret).flatMap((field) => textsOf(field, valueAt(values, field.draftPath)));
  return texts.length === 0 ? null : [...new Set(texts)].slice(0, PARTS).join(' · ');
}

function textsOf({ kind, options }: FormField, value: unknown): readonly string[] {
  if (kind === 'object' || kind === 'choice' || kind === 'list' || kind === 'json' || kind === 'switch') return [];
  const text = Array.isArray(value) ? value.join(', ') : (options.find((option) => option.value === value)?.label ?? value);
  if (typeof text !== 'string' && typeof text !== 'number') return [];
  const shown = String(text).trim();
  return shown === '' ? [] : [shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown];
}
