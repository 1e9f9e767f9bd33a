import { chosenBranch, errorKey, type FormField, type FormValues, isSavedSecret, itemAt, itemCount, valueAt } from '../../form/index.js';

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

/** Every field that is drawn now and can show an error, in the order drawn: of a choice those of its chosen branch, of a list those of its items. */
export function fieldsInPlay(fields: readonly FormField[], values: FormValues): readonly FormField[] {
  const { needed, folded } = fieldListsOf(fields);
  return [...needed, ...folded].flatMap((field) => [field, ...fieldsInPlay(innerFieldsOf(field, values), values)]);
}

/** The fields directly inside a field, as its values are now. Of one that is stored as a secret nothing is drawn. */
export function innerFieldsOf(field: FormField, values: FormValues): readonly FormField[] {
  if (field.secret && isSavedSecret(valueAt(values, field.draftPath))) return [];
  if (field.kind === 'choice') return chosenBranch(field, values)?.fields ?? [];
  if (field.kind === 'list') return Array.from({ length: itemCount(field, values) }, (_, index) => itemAt(field, index));
  return field.fields;
}

/** An object whose fields are all hidden is sent, and not shown: its heading would stand over nothing. */
const asksNothing = (field: FormField): boolean =>
  field.kind === 'object' && field.fields.length > 0 && field.fields.every((inner) => inner.hidden || asksNothing(inner));

const inlineOf = (field: FormField): readonly FormField[] => {
  if (field.hidden || asksNothing(field)) return [];
  return field.kind === 'object' && field.inline ? field.fields.flatMap(inlineOf) : [field];
};
