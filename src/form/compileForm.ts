import { isJsonObject, withoutOAuthOutput } from '../core/index.js';
import { type FormOptions, layOutForm } from './layOutForm.js';
import { lazily } from './lazily.js';
import type { Form, FormVerdict } from './types.js';
import { createValidate } from './validate.js';

/**
 * A schema as a form. Never throws, whatever it is given: a part that it does not understand becomes a field of kind `json`, with a warning.
 * @example
 * const form = compileForm(definition.methods[0].schema);
 * const { valid, errors } = form.validate(form.toSubmit(values));
 */
export function compileForm(schema: unknown, options: FormOptions = {}): Form {
  const layout = layOutForm(schema, options);
  const { fields, groups, defaults, fromSaved, toSubmit } = layout;
  const unchecked: string[] = [];
  let judge: ((value: unknown) => FormVerdict) | null = null;
  // Made at the first verdict: a form that is only drawn does not pay for it.
  const judgeOnce = () => {
    judge ??= createValidate(isJsonObject(schema) ? withoutOAuthOutput(schema, options.advancedAuth) : {}, fields, unchecked);
    return judge;
  };
  const form: Form = { fields, groups, defaults, fromSaved, toSubmit, warnings: [], validate: (value) => judgeOnce()(value) };
  return lazily(form, 'warnings', () => {
    judgeOnce();
    return [...layout.warnings, ...unchecked];
  });
}
