import { isSameJson } from './isSameJson.js';
import { SavedSecret } from './savedValue.js';
import type { FieldPath, FormValues } from './types.js';
import { ownValue, valueAt } from './values.js';

/**
 * Whether something was typed or chosen since `initial`: ask before it is thrown away. Blank and absent are the same, and so are two drafts
 * of one saved configuration; a value typed into an alternative that was left again counts, since it would be lost too.
 * @param initial What the form began with: `emptyValues(schema)` or `savedValues(schema, config)`.
 * @example if (!isDirty(emptyValues(schema), values)) close();
 */
export const isDirty = (initial: FormValues, values: FormValues): boolean => differs(values, initial) || differs(initial, values);

/** Whether there is something at this path that `defaults` does not hold. */
export const isFilled = (values: FormValues, defaults: FormValues, path: FieldPath): boolean => differs(valueAt(values, path), valueAt(defaults, path));

/** Whether `value` holds something that `base` does not. */
function differs(value: unknown, base: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (typeof value !== 'object') return value !== base;
  if (value instanceof SavedSecret) return !(base instanceof SavedSecret) || !isSameJson(value.open(), base.open());
  if (Array.isArray(value) && Array.isArray(base) && value.length !== base.length) return value.length > 0;
  return Object.entries(value).some(([key, inner]) => differs(inner, ownValue(base, key)));
}
