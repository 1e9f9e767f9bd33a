import { type Form, type FormField, missingValues } from '../../form/index.js';
import type { CreateValidate } from './useValidator.js';

/**
 * The verdict of a form, made at the first one: drawing a form does not wait for it.
 * @param createValidate Without it only what is missing is named.
 */
export function validateBy(createValidate: CreateValidate | null, schema: Parameters<CreateValidate>[0], fields: readonly FormField[]): Form['validate'] {
  let validate: Form['validate'] | null = null;
  return (value) => {
    validate ??= createValidate === null ? whatIsMissing(fields) : createValidate(schema, fields);
    return validate(value);
  };
}

const whatIsMissing =
  (fields: readonly FormField[]): Form['validate'] =>
  (value) => {
    const errors = missingValues(fields, value);
    return { valid: errors.length === 0, errors };
  };
