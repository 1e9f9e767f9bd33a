import type { JsonSchema } from '../core/index.js';
import { fitsPlainPattern } from './plainPattern.js';
import { schemaTypes } from './tree/schemaTypes.js';
import { bound, errorOfNumber } from './verdict/errorOfNumber.js';

const FORMATS: ReadonlyMap<unknown, RegExp> = new Map([
  ['date', /^\d{4}-\d{2}-\d{2}$/],
  ['date-time', /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/i],
]);

/** Whether a default keeps its own schema's plain rules. One that breaks them would be an error in a field that nobody touched. */
export function keepsRules(schema: JsonSchema, value: unknown): boolean {
  if (typeof value === 'number') {
    const types = schemaTypes({ ...schema });
    return (types.includes('number') || !types.includes('integer') || Number.isInteger(value)) && errorOfNumber({ ...schema }, value) === null;
  }
  return typeof value !== 'string' || keepsTextRules(schema, value);
}

function keepsTextRules({ minLength, maxLength, pattern, format }: JsonSchema, text: string): boolean {
  const { length } = [...text];
  if (length < bound(minLength, 0) || length > bound(maxLength)) return false;
  // A pattern beside a format is the one that is meant.
  if (typeof pattern === 'string') return fitsPlainPattern(pattern, text) !== false;
  return FORMATS.get(format)?.test(text) !== false;
}
