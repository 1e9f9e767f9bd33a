import { chosenBranch, type FieldGroup, type FormField, type FormValues, isSavedSecret, itemAt, itemCount, valueAt } from '../../form/index.js';
import { fieldListsOf } from './fieldLists.js';

/** Every field that is drawn now and can show an error, in the order drawn: of a choice those of its chosen branch, of a list those of its items. */
export function fieldsInPlay(fields: readonly FormField[], values: FormValues): readonly FormField[] {
  const { needed, folded } = fieldListsOf(fields);
  return [...needed, ...folded].flatMap((field) => [field, ...fieldsInPlay(innerFieldsOf(field, values), values)]);
}

/** The fields directly inside a field, as its values are now. Of one that is stored as a secret nothing is drawn. */
function innerFieldsOf(field: FormField, values: FormValues): readonly FormField[] {
  if (field.secret && isSavedSecret(valueAt(values, field.draftPath))) return [];
  if (field.kind === 'choice') return chosenBranch(field, values)?.fields ?? [];
  if (field.kind === 'list') return Array.from({ length: itemCount(field, values) }, (_, index) => itemAt(field, index));
  return field.fields;
}

/** The same, of all groups of a form. */
export const drawnIn = (groups: readonly FieldGroup[], values: FormValues): readonly FormField[] =>
  fieldsInPlay(
    groups.flatMap((group) => group.fields),
    values,
  );
