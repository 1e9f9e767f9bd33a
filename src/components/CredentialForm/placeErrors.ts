import type { FieldError, FieldErrors } from '../../core/index.js';
import { errorKey, type FormError, type FormField } from '../../form/index.js';
import { fieldKey } from './fieldLists.js';

/** Where the errors of a form stand. */
export interface PlacedErrors {
  /** By `fieldKey`. */
  placed: Readonly<Record<string, FieldError>>;
  /** Those that no field shows, by the key under which they came. */
  rest: FieldErrors;
}

/**
 * Puts errors at the fields that are drawn. A service's key may leave out the place (`api_key` for `credentials.api_key`), name something
 * inside a value (`hosts.0`), or a parent: that of one field means this field, that of several none of them.
 */
export function placeErrors(errors: FieldErrors, drawn: readonly FormField[]): PlacedErrors {
  const placed: Record<string, FieldError> = {};
  const rest: Record<string, FieldError> = {};
  for (const [key, error] of Object.entries(errors)) {
    const field = fieldFor(key, drawn);
    if (field === undefined) rest[key] = error;
    else placed[fieldKey(field)] ??= error;
  }
  return { placed, rest };
}

/** The form's own verdict in the shape of a service's. */
export const fieldErrorsOfVerdict = (errors: readonly FormError[]): FieldErrors =>
  Object.fromEntries(errors.map(({ path, code, params }) => [errorKey(path), { code, params }]));

/** The field at which an error with this key is told. */
export function fieldFor(key: string, drawn: readonly FormField[]): FormField | undefined {
  if (key === '') return drawn.length === 1 && drawn[0]?.path.length === 0 ? drawn[0] : undefined;
  return deepest(drawn, (path) => path === key) ?? only(drawn, (path) => path.endsWith(`.${key}`)) ?? holderOf(key, drawn) ?? onlyInside(key, drawn);
}

/** Of a choice and the value of its branch, which have one path, the value. */
const deepest = (drawn: readonly FormField[], fits: (path: string) => boolean): FormField | undefined => drawn.findLast(({ path }) => fits(errorKey(path)));

const only = (drawn: readonly FormField[], fits: (path: string) => boolean): FormField | undefined => {
  const found = drawn.filter(({ path }) => fits(errorKey(path)));
  return found.length === 1 ? found[0] : undefined;
};

/** The value that holds what is named: a text box of tags or of JSON, a list. Not an object: its own fields would show it. */
const holderOf = (key: string, drawn: readonly FormField[]): FormField | undefined =>
  drawn
    .filter(({ kind, path }) => kind !== 'object' && kind !== 'choice' && key.startsWith(`${errorKey(path)}.`))
    .toSorted((left, right) => right.path.length - left.path.length)[0];

/** A parent that is not drawn itself, when it asks for one value only. */
const onlyInside = (key: string, drawn: readonly FormField[]): FormField | undefined =>
  only(
    drawn.filter(({ kind }) => kind !== 'object'),
    (path) => path.startsWith(`${key}.`),
  );
