import type { FieldBranch, FormField } from './types.js';
import { ownValue } from './values.js';

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

/** The draft key of a configuration that is no object but one value. */
export const ROOT_VALUE = '$value';

/** Whether a field is the whole configuration, which then is no object: the only field of its form, at an empty path. */
export const isRootValue = ({ path, draftPath }: FormField): boolean => path.length === 0 && draftPath.length === 1 && draftPath[0] === ROOT_VALUE;

/** Of what is sent of an object, the part that a field stands for: its property; the whole for a choice beside properties and for a value at the root. */
export const sentOf = (field: FormField, around: unknown): unknown =>
  isRootValue(field) || isBeside(field) ? around : ownValue(around, String(field.path.at(-1)));
