import { branchOfValue } from './branchOfValue.js';
import { ownField, sentOf } from './ownField.js';
import type { FormField } from './types.js';

/** Whether a required value is missing, in what is sent of a field or inside it. */
export function isIncomplete(field: FormField, sent: unknown): boolean {
  if (sent === undefined) return field.required;
  if (field.kind === 'object') return lacksAny(field.fields, sent);
  if (field.kind !== 'choice') return false;
  const branch = branchOfValue(field, sent);
  if (branch === null) return true;
  const own = ownField(field, branch);
  return own === null ? lacksAny(branch.fields, sent) : isIncomplete(own, sent);
}

const lacksAny = (fields: readonly FormField[], sent: unknown): boolean => fields.some((field) => isIncomplete(field, sentOf(field, sent)));
