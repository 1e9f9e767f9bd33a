import { isJsonObject } from '../core/index.js';
import type { FieldPath, FormValues } from './types.js';

/** An own value of an object or a list; undefined where there is none. A key such as `constructor` finds nothing that was not put there. */
export const ownValue = (node: unknown, key: string | number): unknown =>
  typeof node === 'object' && node !== null && Object.hasOwn(node, key) ? Reflect.get(node, key) : undefined;

/** The value at a path, or undefined. Of a form's draft pass `field.draftPath`, of what is sent `field.path`. */
export const valueAt = (values: unknown, path: FieldPath): unknown => path.reduce<unknown>(ownValue, values);

/**
 * A copy of the values with one replaced; what is missing on the way is made, a list where the path has a number.
 * @example withValueAt(values, field.draftPath, 'typed')
 */
export function withValueAt(values: FormValues, path: FieldPath, value: unknown): FormValues {
  const changed = withInner(values, path, value);
  return isJsonObject(changed) ? changed : values;
}

function withInner(node: unknown, [key, ...rest]: FieldPath, value: unknown): unknown {
  if (key === undefined) return value;
  const inner = withInner(ownValue(node, key), rest, value);
  if (typeof key === 'string') return { ...(isJsonObject(node) ? node : {}), [key]: inner };
  const list = copyOfList(Array.isArray(node) ? node : []);
  list[key] = inner;
  return list;
}

/** A copy of a list with what else its draft carries under symbols. */
export const copyOfList = (list: readonly unknown[]): unknown[] => Object.assign([...list], list);
