import { copyNotes } from '../sentBranches.js';

/** Deeper values are not judged. */
const DEEPEST = 200;

/** A value that no JSON can carry as it is: nested without end, or not there at all. */
export const NOT_JSON = Symbol('not JSON');

/** A value as JSON would carry it: what is undefined left out, what is no number null. Names such as `__proto__` are names like any other. */
export function plainValue(value: unknown, depth = 0): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object' || depth > DEEPEST) return NOT_JSON;
  if (Array.isArray(value)) return plainItems(value, depth);
  const copy: Record<string, unknown> = Object.create(null);
  copyNotes(value, copy);
  for (const [key, inner] of Object.entries(value)) {
    if (inner === undefined) continue;
    copy[key] = plainValue(inner, depth + 1);
    if (copy[key] === NOT_JSON) return NOT_JSON;
  }
  return copy;
}

function plainItems(items: readonly unknown[], depth: number): unknown {
  const copy = Array.from(items, (item) => (item === undefined ? null : plainValue(item, depth + 1)));
  return copy.includes(NOT_JSON) ? NOT_JSON : copy;
}

/** Every text within a plain value. */
export function textsIn(value: unknown, texts = new Set<string>()): ReadonlySet<string> {
  if (typeof value === 'string') texts.add(value);
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) textsIn(inner, texts);
  return texts;
}
