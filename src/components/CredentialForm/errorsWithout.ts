import type { FieldErrors } from '../../core/index.js';
import { errorKey, type FormField } from '../../form/index.js';
import { fieldFor } from './placeErrors.js';

/** Errors without those of one field and of what is inside it; the same object where there are none. */
export function errorsWithout(errors: FieldErrors, field: FormField, drawnNow: () => readonly FormField[]): FieldErrors {
  if (Object.keys(errors).length === 0) return errors;
  const drawn = drawnNow();
  const inside = field.path.length === 0 ? '' : `${errorKey(field.path)}.`;
  const kept = Object.entries(errors).filter(([key]) => fieldFor(key, drawn) !== field && !key.startsWith(inside));
  return kept.length === Object.keys(errors).length ? errors : Object.fromEntries(kept);
}
