import type { FieldBranch, FormField } from './types.js';

/** The field of a branch that is one value of its own, such as a text or a list; null where the branch is the properties of an object. */
export function ownField(choice: FormField, { fields }: FieldBranch): FormField | null {
  const [field] = fields;
  return field !== undefined && fields.length === 1 && field.draftPath.length === choice.draftPath.length + 2 ? field : null;
}

/**
 * Of the fields of an object: whether this is its `oneOf`, which stands beside its properties and so at the path of the object itself. Its
 * draft has a key that neither the object nor a property has.
 */
export const isBeside = ({ kind, path, draftPath }: FormField): boolean => kind === 'choice' && draftPath.at(-1) !== path.at(-1);
