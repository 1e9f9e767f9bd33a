import { chosenBranch } from './branches.js';
import { itemAt, itemCount } from './listItems.js';
import type { FormField, FormValues } from './types.js';

/** The fields inside this one that are in play now: an object's own, those of the chosen branch, those of each item. Hidden ones are not. */
export function drawnFields(field: FormField, values: FormValues): readonly FormField[] {
  if (field.kind === 'list') return Array.from({ length: itemCount(field, values) }, (_, index) => itemAt(field, index));
  const fields = field.kind === 'choice' ? (chosenBranch(field, values)?.fields ?? []) : field.fields;
  return fields.filter(({ hidden }) => !hidden);
}
