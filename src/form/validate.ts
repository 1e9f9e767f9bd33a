import { type OutputUnit, Validator } from '@cfworker/json-schema';
import type { JsonSchema } from '../core/index.js';
import type { FieldErrorCode, FieldPath, FormError, FormField, FormValues } from './types.js';
import { valueAt } from './values.js';

const CODES: Readonly<Record<string, FieldErrorCode>> = {
  required: 'required',
  minLength: 'required',
  pattern: 'pattern',
  format: 'format',
  minimum: 'minimum',
  exclusiveMinimum: 'minimum',
  maximum: 'maximum',
  exclusiveMaximum: 'maximum',
  enum: 'enum',
  type: 'type',
};

/** A function that judges exactly the value it gets; its errors are at leaves, one for each. */
export function createValidate(schema: JsonSchema, fields: readonly FormField[]): (value: FormValues) => { valid: boolean; errors: readonly FormError[] } {
  const validator = new Validator({ ...schema }, '7', false);
  const leaves = fields.flatMap(leavesOf);
  return (value) => {
    const { valid, errors } = validator.validate(value);
    return { valid, errors: valid ? [] : leaves.flatMap((field) => errorOf(field, value, errors) ?? []) };
  };
}

const leavesOf = (field: FormField): readonly FormField[] => (field.kind === 'object' ? field.fields.flatMap(leavesOf) : [field]);

function errorOf(field: FormField, value: FormValues, units: readonly OutputUnit[]): FormError | null {
  if (valueAt(value, field.path) === undefined) return field.required ? { path: field.path, code: 'required', params: {} } : null;
  const location = `#${field.path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;
  const unit = units.find(
    ({ instanceLocation, keyword }) => (instanceLocation === location || instanceLocation.startsWith(`${location}/`)) && keyword in CODES,
  );
  const code = unit && (field.kind === 'json' && unit.keyword === 'type' ? 'json' : CODES[unit.keyword]);
  return code === undefined ? null : { path: field.path, code, params: paramsOf(field, code) };
}

function paramsOf({ schema }: FormField, code: FieldErrorCode): FormError['params'] {
  if (code === 'format') return { format: String(schema.format) };
  if (code === 'pattern') return { pattern: String(schema.pattern_descriptor ?? schema.pattern) };
  if (code === 'minimum') return { minimum: Number(schema.minimum ?? schema.exclusiveMinimum) };
  return code === 'maximum' ? { maximum: Number(schema.maximum ?? schema.exclusiveMaximum) } : {};
}

/** The key under which an error of this path stands in `FieldErrors`: `credentials.api_key`. */
export const errorKey = (path: FieldPath): string => path.join('.');
