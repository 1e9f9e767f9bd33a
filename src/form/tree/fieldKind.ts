import type { JsonObject } from '../../core/index.js';
import type { FieldKind, FieldOption } from '../types.js';
import { datePattern } from './datePattern.js';
import { allowsType, mainType } from './schemaTypes.js';

/** The control of a schema that is neither an object nor a list nor a choice. */
export function scalarKind(schema: JsonObject, secret: boolean): FieldKind {
  if (enumOf(schema) !== null) return optionsOf(schema).length > 0 ? 'select' : 'json';
  switch (mainType(schema)) {
    case 'boolean':
      return 'switch';
    case 'integer':
    case 'number':
      return 'number';
    default:
      return textKind(schema, secret);
  }
}

function textKind(schema: JsonObject, secret: boolean): FieldKind {
  if (secret) return schema.multiline === true ? 'multiline_secret' : 'secret';
  if (schema.format !== 'date' && schema.format !== 'date-time') return 'text';
  const named = typeof schema.pattern === 'string' ? datePattern(schema.pattern) : null;
  if (named === null) return schema.format === 'date' ? 'date' : 'date_time';
  if (named === 'YYYY-MM-DD') return 'date'; // A pattern beside a format that it excludes is the one that is meant.
  return named.includes('T') && schema.format === 'date-time' ? 'date_time' : 'text';
}

/** An `enum` that names values; null where there is none. */
export const enumOf = ({ enum: values }: JsonObject): readonly unknown[] | null => (Array.isArray(values) && values.length > 0 ? values : null);

/** The values that can be picked: of an `enum` those of the schema's type, unless none is. None where a value is an object or a list. */
export function optionsOf(schema: JsonObject): readonly FieldOption[] {
  const values = enumOf(schema) ?? [];
  const names: unknown[] = Array.isArray(schema.enumNames) ? schema.enumNames : [];
  if (!values.every(isScalar)) return [];
  // A value that stands there twice is one choice, at its first place.
  const places = new Map<FieldOption['value'], number>();
  for (const [index, value] of values.entries()) if (!places.has(value)) places.set(value, index);
  const options = [...places].map(([value, index]) => {
    const name = names[index];
    return { value, label: String((isScalar(name) ? name : null) ?? value) };
  });
  const fitting = options.filter(({ value }) => allowsType(schema, value));
  return fitting.length > 0 ? fitting : options;
}

const isScalar = (value: unknown): value is FieldOption['value'] =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
