import type { FieldErrors } from '../../core/index.js';
import { errorKey, type Form, type FormError, type FormField, type FormValues, isSavedSecret, valueAt } from '../../form/index.js';
import { drawnIn } from './fieldsInPlay.js';
import { fieldErrorsOfVerdict, fieldFor, placeOf } from './placeErrors.js';

/** What a submit of some values means. */
export interface Submission {
  /** What is sent. */
  submitted: Readonly<Record<string, unknown>>;
  /** What the form objects to, by key. */
  errors: FieldErrors;
  /** The first field, in the order drawn, at which something is said; null where nothing stops the submit. */
  first: FormField | null;
}

/** What is sent of these values, and what stops that. */
export function submissionOf({ groups, toSubmit, validate }: Pick<Form, 'groups' | 'toSubmit' | 'validate'>, values: FormValues): Submission {
  const submitted = toSubmit(values);
  const drawn = drawnIn(groups, values);
  const found = validate(submitted).errors.filter((one) => isCertain(one, drawn, values));
  return { submitted, errors: fieldErrorsOfVerdict(found), first: firstOf(found, drawn) };
}

/** The first field, in the order drawn, at which something is said. */
function firstOf(errors: readonly FormError[], drawn: readonly FormField[]): FormField | null {
  const places = errors.map(({ path }) => placeOf(fieldFor(errorKey(path), drawn), drawn));
  return drawn[places.reduce((first, place) => Math.min(first, place), drawn.length)] ?? null;
}

/**
 * Whether an objection stops a submit: one that a field can show and a person can do something about. Not that a saved secret, which is a
 * mask here, breaks a rule; and what no field can name (a keyword that the form does not know) is left to the service.
 */
function isCertain({ path, code }: FormError, drawn: readonly FormField[], values: FormValues): boolean {
  const field = fieldFor(errorKey(path), drawn);
  if (field === undefined || code === 'unknown_key' || (field.kind === 'object' && code === 'invalid')) return false;
  return !isSavedSecret(valueAt(values, field.draftPath));
}
