import { isJsonObject, withoutOAuthOutput } from '../core/index.js';
import { type FormOptions, layOutForm } from './layOutForm.js';
import type { Form } from './types.js';
import { createValidate } from './validate.js';

/**
 * A schema as a form. Never throws, whatever it is given: a part that it does not understand becomes a field of kind `json`, with a warning.
 * @example
 * const form = compileForm(definition.methods[0].schema);
 * const { valid, errors } = form.validate(form.toSubmit(values));
 */
export function compileForm(schema: unknown, options: FormOptions = {}): Form {
  const layout = layOutForm(schema, options);
  const warnings = [...layout.warnings];
  const asked = isJsonObject(schema) ? withoutOAuthOutput(schema, options.advancedAuth) : {};
  return { ...layout, warnings, validate: createValidate(asked, layout.fields, warnings) };
}
