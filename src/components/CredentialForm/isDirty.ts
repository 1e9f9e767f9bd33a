import { type FieldPath, type FormValues, isSavedSecret, valueAt } from '../../form/index.js';

/**
 * Whether something was typed or chosen since `initial`: ask before it is thrown away. Blank and absent are the same; a value typed into an
 * alternative that was left again counts, since it would be lost too.
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
  if (isSavedSecret(value)) return value !== base;
  if (Array.isArray(value) && Array.isArray(base) && value.length !== base.length) return value.length > 0;
  return Object.entries(value).some(([key, inner]) => differs(inner, childOf(base, key)));
}

const childOf = (node: unknown, key: string): unknown =>
  typeof node === 'object' && node !== null && Object.hasOwn(node, key) ? Reflect.get(node, key) : undefined;
