import { branchOfValue } from './branchOfValue.js';
import { itemAt } from './listItems.js';
import { ownField, sentOf } from './ownField.js';
import type { FormError, FormField } from './types.js';

/**
 * What is asked for and not there, in a value as it is sent. Of a required object what is missing in it is named; an optional object that is
 * left out asks for nothing.
 */
export const missingValues = (fields: readonly FormField[], values: unknown): readonly FormError[] =>
  fields.flatMap((field) => missingIn(field, sentOf(field, values)));

function missingIn(field: FormField, value: unknown): readonly FormError[] {
  if (value === undefined) return missingWhole(field);
  if (field.kind === 'object') return missingValues(field.fields, value);
  if (field.kind === 'list') return Array.isArray(value) ? value.flatMap((item, index) => missingIn(itemAt(field, index), item)) : [];
  const branch = field.kind === 'choice' ? branchOfValue(field, value) : null;
  if (branch === null) return [];
  const own = ownField(field, branch);
  return own === null ? missingValues(branch.fields, value) : missingIn(own, value);
}

function missingWhole(field: FormField): readonly FormError[] {
  if (!field.required) return [];
  const inside = field.kind === 'object' ? missingValues(field.fields, {}) : [];
  return inside.length > 0 ? inside : [{ path: field.path, code: 'required', params: {} }];
}
