import type { JsonSchema } from '../core/index.js';
import { compileFields } from './compileFields.js';
import type { Form } from './types.js';
import { createValidate } from './validate.js';
import { defaultsOf, submitValuesOf } from './values.js';

/**
 * An object schema as a form. Never throws on a schema: a part it does not understand becomes a field of kind `json`, with a warning.
 * @example
 * const form = compileForm(definition.methods[0].schema);
 * const { valid, errors } = form.validate(form.toSubmit(values));
 */
export function compileForm(schema: JsonSchema): Form {
  const warnings: string[] = [];
  const fields = compileFields({ ...schema }, [], warnings);
  const validate = createValidate(schema, fields);
  return { fields, warnings, validate, defaults: () => defaultsOf(fields), toSubmit: (values) => submitValuesOf(fields, values) };
}
