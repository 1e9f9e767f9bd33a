import type { JsonSchema } from '../core/index.js';
import { compileFields } from './compileFields.js';
import type { FormLayout } from './types.js';
import { defaultsOf, submitValuesOf } from './values.js';

/** An object schema's fields and values, without the validator and its bytes. Never throws on a schema. */
export function layOutForm(schema: JsonSchema): FormLayout {
  const warnings: string[] = [];
  const fields = compileFields({ ...schema }, [], warnings);
  return {
    fields,
    groups: [{ id: 'default', title: null, fields }],
    warnings,
    defaults: () => defaultsOf(fields),
    fromSaved: (config) => config,
    toSubmit: (values) => submitValuesOf(fields, values),
  };
}
