import { isJsonObject } from '../core/index.js';

const MAX_DEPTH = 4;

/** Where in `data` these very records are, as a dotted path: so that they are sent once. Empty for `data` itself, null when there are none. */
export function recordsPath(data: unknown, records: readonly unknown[] | null): string | null {
  return records === null ? null : find(data, records, []);
}

function find(value: unknown, wanted: readonly unknown[], path: readonly string[]): string | null {
  if (value === wanted) return path.join('.');
  if (!isJsonObject(value) || path.length >= MAX_DEPTH) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = key.includes('.') ? null : find(inner, wanted, [...path, key]);
    if (found !== null) return found;
  }
  return null;
}

/** The records at a path that `recordsPath` told. Null when nothing of the kind is there. */
export function recordsAt(data: unknown, path: string | null): readonly unknown[] | null {
  if (path === null) return null;
  const keys = path === '' ? [] : path.split('.');
  const found = keys.reduce<unknown>((value, key) => (isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : null), data);
  return Array.isArray(found) ? found : null;
}
