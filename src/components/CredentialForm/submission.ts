import type { FieldErrors } from '../../core/index.js';
import { errorKey, type Form, type FormError, type FormField, type FormValues, isSavedSecret, valueAt } from '../../form/index.js';
import { drawnIn } from './fieldsInPlay.js';
import { fieldOfVerdict, placeOf } from './placeErrors.js';

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
  const found = validate(submitted)
    .errors.flatMap((error) => {
      const field = fieldOfVerdict(error, drawn);
      return field !== undefined && isCertain(field, error, values) ? [{ field, error }] : [];
    })
    .toSorted((left, right) => placeOf(left.field, drawn) - placeOf(right.field, drawn));
  // Of several objections inside one value the first is told.
  const errors = Object.fromEntries(found.toReversed().map(({ field, error: { code, params } }) => [errorKey(field.path), { code, params }]));
  return { submitted, errors, first: found[0]?.field ?? null };
}

/**
 * Whether an objection stops a submit: one that a field can show and a person can do something about. Not that a saved secret, which is a
 * mask here, breaks a rule; and what no field can name (a keyword that the form does not know) is left to the service.
 */
function isCertain({ kind, draftPath }: FormField, { code }: FormError, values: FormValues): boolean {
  return code !== 'unknown_key' && !(kind === 'object' && code === 'invalid') && !isSavedSecret(valueAt(values, draftPath));
}
