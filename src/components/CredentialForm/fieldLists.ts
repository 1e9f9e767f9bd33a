import { errorKey, type FormField } from '../../form/index.js';

/** The fields of one container as they are drawn: what is needed, then what is folded. */
export interface FieldLists {
  needed: readonly FormField[];
  folded: readonly FormField[];
}

/** Identifies a field among all that are drawn: a choice and the one value of its branch have the same path, and different drafts. */
export const fieldKey = (field: FormField): string => errorKey(field.draftPath);

/** Tells the fields of one container apart, wherever it stands: what is drawn of a list's item stays with it when an earlier one is removed. */
export const keyAmong = (field: FormField): string => errorKey(field.draftPath.map((key) => (typeof key === 'number' ? '' : key)));

/** Objects that are no group for people stand in line. What can be left out is folded, unless nothing else is asked. */
export function fieldListsOf(fields: readonly FormField[]): FieldLists {
  const drawn = fields.flatMap(inlineOf);
  const needed = drawn.filter((field) => !field.folded);
  return needed.length === 0 ? { needed: drawn, folded: [] } : { needed, folded: drawn.filter((field) => field.folded) };
}

/** An object whose fields are all hidden is sent, and not shown: its heading would stand over nothing. */
const asksNothing = (field: FormField): boolean =>
  field.kind === 'object' && field.fields.length > 0 && field.fields.every((inner) => inner.hidden || asksNothing(inner));

const inlineOf = (field: FormField): readonly FormField[] => {
  if (field.hidden || asksNothing(field)) return [];
  return field.kind === 'object' && field.inline ? field.fields.flatMap(inlineOf) : [field];
};
