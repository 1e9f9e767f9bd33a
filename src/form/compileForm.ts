import type { JsonSchema } from '../core/index.js';
import { layOutForm } from './layOutForm.js';
import type { Form } from './types.js';
import { createValidate } from './validate.js';

/**
 * An object schema as a form. Never throws on a schema: a part it does not understand becomes a field of kind `json`, with a warning.
 * @example
 * const form = compileForm(definition.methods[0].schema);
 * const { valid, errors } = form.validate(form.toSubmit(values));
 */
export function compileForm(schema: JsonSchema): Form {
  const layout = layOutForm(schema);
  return { ...layout, validate: createValidate(schema, layout.fields) };
}
