import { isJsonObject, type JsonObject } from '../core/index.js';
import type { FieldPath, FormField, FormValues } from './types.js';

/** The value at a path, or undefined. */
export function valueAt(values: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((node, key) => (isJsonObject(node) || Array.isArray(node) ? Reflect.get(node, key) : undefined), values);
}

/** A copy of the values with one replaced; objects on the way are made when they are missing. */
export function withValueAt(values: FormValues, path: FieldPath, value: unknown): FormValues {
  const [key, ...rest] = path;
  if (key === undefined) return values;
  const child = values[key];
  return { ...values, [key]: rest.length === 0 ? value : withValueAt(isJsonObject(child) ? child : {}, rest, value) };
}

/** The values of an untouched form: the schemas' defaults, nothing else. */
export function defaultsOf(fields: readonly FormField[]): FormValues {
  const entries = fields.flatMap((field): [string, unknown][] => {
    const key = String(field.path.at(-1));
    if (field.kind === 'object') return [[key, defaultsOf(field.fields)]];
    return field.schema.default === undefined ? [] : [[key, field.schema.default]];
  });
  return Object.fromEntries(entries);
}

/** What is sent: trimmed, numbers as numbers, JSON text parsed, blank values left out, an optional object without values left out. */
export function submitValuesOf(fields: readonly FormField[], values: FormValues): FormValues {
  const result: JsonObject = {};
  for (const field of fields) {
    const key = String(field.path.at(-1));
    const sent = submitValueOf(field, values[key]);
    if (sent !== undefined) result[key] = sent;
  }
  return result;
}

function submitValueOf(field: FormField, value: unknown): unknown {
  if (field.kind === 'object') {
    const inner = submitValuesOf(field.fields, isJsonObject(value) ? value : {});
    return Object.keys(inner).length > 0 || field.required ? inner : undefined;
  }
  if (Array.isArray(value)) return value.length === 0 ? undefined : value;
  if (typeof value !== 'string') return value === null ? undefined : value;
  const text = value.trim();
  if (text === '') return undefined;
  if (field.kind === 'number') return Number.isNaN(Number(text)) ? text : Number(text);
  return field.kind === 'json' ? parsedOrText(text) : text;
}

/** Text that is not JSON stays text: the schema's verdict then says what is wrong with it. */
function parsedOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
