import type { FieldPath } from './types.js';

/** The key under which an error of this path stands in `FieldErrors`: `credentials.api_key`. A dot within a key is written `\.`, so that no two paths share a key. */
export const errorKey = (path: FieldPath): string => path.map((key) => String(key).replace(/[\\.]/g, '\\$&')).join('.');
