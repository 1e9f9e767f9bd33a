import { isJsonObject, type JsonObject } from '../../core/index.js';

/** Sets the value at a dotted path, and makes the objects on the way. */
export function setAt(target: JsonObject, path: string, value: unknown): void {
  const [key = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    target[key] = value;
    return;
  }
  const inner = isJsonObject(target[key]) ? target[key] : {};
  setAt(inner, rest.join('.'), value);
  target[key] = inner;
}
