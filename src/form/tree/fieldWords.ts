import type { JsonObject } from '../../core/index.js';
import { nameFromKey } from '../nameFromKey.js';
import type { FieldPath, FormField } from '../types.js';
import { datePattern } from './datePattern.js';

/** A text of a schema; null where it is none or blank. */
export const textIn = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

/** The words of a field that its schema brings. */
export function fieldWords(
  schema: JsonObject,
  path: FieldPath,
  label: string | null,
): Pick<FormField, 'label' | 'help' | 'examples' | 'patternHint' | 'inputType'> {
  return {
    label: textIn(schema.title) ?? label ?? nameFromKey(String(path.at(-1) ?? '')),
    help: textIn(schema.description),
    examples: [...examplesIn(schema.examples), ...examplesIn(schema.example)],
    patternHint: textIn(schema.pattern_descriptor) ?? (typeof schema.pattern === 'string' ? datePattern(schema.pattern) : null),
    inputType: inputType(schema),
  };
}

/** Examples as text; of a list its items. An object is no example that could be read in a line. */
const examplesIn = (given: unknown): string[] =>
  (Array.isArray(given) ? given : [given]).flatMap((example: unknown) => {
    const text = Array.isArray(example) ? example.filter(isPlain).join(', ') : isPlain(example) ? String(example) : '';
    return text === '' ? [] : [text];
  });

const isPlain = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

function inputType({ type, format }: JsonObject): FormField['inputType'] {
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  if (!types.includes('string') && (types.includes('integer') || types.includes('number'))) return 'number';
  if (format === 'email') return 'email';
  return format === 'uri' || format === 'url' ? 'url' : 'text';
}
