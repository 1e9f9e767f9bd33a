import type { FieldPath, FormField } from './types.js';

/** The fields that hold a value, in order: an object's own instead of it. */
export const leavesOf = (field: FormField): readonly FormField[] => (field.kind === 'object' ? field.fields.flatMap(leavesOf) : [field]);

/** The key under which an error of this path stands in `FieldErrors`: `credentials.api_key`. A dot within a key is written `\.`, so that no two paths share a key. */
export const errorKey = (path: FieldPath): string => path.map((key) => String(key).replace(/[\\.]/g, '\\$&')).join('.');
