import type { FormError, FormField } from './types.js';
import { valueAt } from './values.js';

/** What is asked for and not there. An optional object that is left out asks for nothing. */
export const missingValues = (fields: readonly FormField[], values: unknown): readonly FormError[] =>
  fields.flatMap((field): readonly FormError[] => {
    const missing = valueAt(values, field.path) === undefined;
    if (field.kind === 'object') return missing && !field.required ? [] : missingValues(field.fields, values);
    return missing && field.required ? [{ path: field.path, code: 'required', params: {} }] : [];
  });
