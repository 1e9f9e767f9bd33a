import type { FieldErrors, FieldProblem } from '../../core/index.js';
import { errorKey, type FormError, type FormField } from '../../form/index.js';
import { fieldKey } from './fieldLists.js';
import { placesOf } from './fieldPlaces.js';

/** Where the errors of a form stand. */
export interface PlacedErrors {
  /** By `fieldKey`. */
  placed: Readonly<Record<string, FieldProblem>>;
  /** Those that no field shows, by the key under which they came. */
  rest: FieldErrors;
}

/**
 * Puts errors at the fields that are drawn. A service's key may leave out the place (`api_key` for `credentials.api_key`), name something
 * inside a value (`hosts.0`), or a parent: that of one field means this field, that of several none of them.
 */
export function placeErrors(errors: FieldErrors, drawn: readonly FormField[]): PlacedErrors {
  // Without a prototype: `__proto__` and `constructor` are names like any other.
  const placed: Record<string, FieldProblem> = Object.create(null);
  const rest: Record<string, FieldProblem> = Object.create(null);
  for (const [key, error] of Object.entries(errors)) {
    const field = fieldFor(key, drawn);
    if (field === undefined) rest[key] = error;
    else placed[fieldKey(field)] ??= error;
  }
  return { placed, rest };
}

/** The field at which an objection of the form's own verdict is told. */
export const fieldOfVerdict = ({ path }: Pick<FormError, 'path'>, drawn: readonly FormField[]): FormField | undefined =>
  placesOf(drawn).ownFieldFor(errorKey(path));

/** The field at which a service's error with this key is told. The fields are looked through once, however many errors there are. */
export const fieldFor = (key: string, drawn: readonly FormField[]): FormField | undefined => placesOf(drawn).fieldFor(key);

/** The place of a field in the order drawn; behind all of them without one. */
export const placeOf = (field: FormField | undefined, drawn: readonly FormField[]): number =>
  field === undefined ? drawn.length : (placesOf(drawn).order().get(field) ?? drawn.length);
