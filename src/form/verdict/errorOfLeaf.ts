import { isJsonObject, type JsonObject } from '../../core/index.js';
import { isSameJson } from '../isSameJson.js';
import { patternOf } from '../patternSafety.js';
import { textIn } from '../tree/fieldWords.js';
import type { FieldErrorCode, FormError } from '../types.js';
import { fitsFormat } from './checkedFormat.js';
import { bound, errorOfNumber } from './errorOfNumber.js';
import { plainKeywords, typesOf } from './keywords.js';

type LeafError = Pick<FormError, 'code' | 'params'>;

const error = (code: FieldErrorCode, params: FormError['params'] = {}): LeafError => ({ code, params });

/** What is wrong with one value by its own schema; null where nothing is, or nothing that has a code. */
export function errorOfLeaf(schema: JsonObject, value: unknown): LeafError | null {
  const keywords = plainKeywords(schema);
  return errorOfType(schema, value) ?? errorOfChoice(keywords, value) ?? errorOfContent(schema, keywords, value);
}

function errorOfType(schema: JsonObject, value: unknown): LeafError | null {
  const types = typesOf(schema);
  return types === null || types.some((type) => isOfType(value, type)) ? null : error('type', { type: types.join(' | ') });
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isJsonObject(value);
  return type === 'null' ? value === null : typeof value === type;
}

function errorOfChoice(keywords: JsonObject, value: unknown): LeafError | null {
  if (Object.hasOwn(keywords, 'const') && !isSameJson(keywords.const, value)) return error('constant');
  return Array.isArray(keywords.enum) && !keywords.enum.some((one) => isSameJson(one, value)) ? error('enum') : null;
}

function errorOfContent(schema: JsonObject, keywords: JsonObject, value: unknown): LeafError | null {
  if (typeof value === 'string') return errorOfText(schema, keywords, value);
  if (typeof value === 'number') return errorOfNumber(keywords, value);
  return Array.isArray(value) ? errorOfItems(schema, keywords, value) : null;
}

function errorOfText(schema: JsonObject, { minLength, maxLength }: JsonObject, value: string): LeafError | null {
  const length = [...value].length;
  if (length < bound(minLength, 0)) return value === '' ? error('required') : error('min_length', { minimum: Number(minLength) });
  if (length > bound(maxLength)) return error('max_length', { maximum: Number(maxLength) });
  if (patternOf(schema.pattern)?.test(value) === false) return error('pattern', { pattern: textIn(schema.pattern_descriptor) ?? String(schema.pattern) });
  return fitsFormat(schema, value) ? null : error('format', { format: String(schema.format) });
}

/** Of a list that one box holds: its length, its repetitions, else what is wrong with an item. */
function errorOfItems(schema: JsonObject, { minItems, maxItems, uniqueItems }: JsonObject, values: readonly unknown[]): LeafError | null {
  if (values.length < bound(minItems, 0)) return error('min_items', { minimum: Number(minItems) });
  if (values.length > bound(maxItems)) return error('max_items', { maximum: Number(maxItems) });
  if (uniqueItems === true && new Set(values.map((one) => JSON.stringify(one))).size < values.length) return error('unique');
  const { items } = schema;
  if (!isJsonObject(items)) return null;
  const wrong = values.map((value) => errorOfLeaf(items, value)).find((found) => found !== null);
  return wrong ?? null;
}
