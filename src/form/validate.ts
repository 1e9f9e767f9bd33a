import { type OutputUnit, Validator } from '@cfworker/json-schema';
import type { JsonSchema } from '../core/index.js';
import { leavesOf } from './leaves.js';
import { missingValues } from './missingValues.js';
import type { FieldErrorCode, FormError, FormField, FormVerdict } from './types.js';

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
export function createValidate(schema: JsonSchema, fields: readonly FormField[]): (value: unknown) => FormVerdict {
  const validator = new Validator({ ...schema }, '7', false);
  const leaves = fields.flatMap(leavesOf);
  return (value) => {
    const { valid, errors } = validator.validate(value);
    if (valid) return { valid, errors: [] };
    const missing = missingValues(fields, value);
    return { valid, errors: leaves.flatMap((field) => missing.find(({ path }) => path === field.path) ?? errorOf(field, errors) ?? []) };
  };
}

function errorOf(field: FormField, units: readonly OutputUnit[]): FormError | null {
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
