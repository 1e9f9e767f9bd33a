import { isJsonObject } from '../../core/index.js';

/** What a local reference (`#/definitions/port`) points to; undefined where there is no such place, or it is not in this schema. */
export function referenced(root: unknown, ref: string): unknown {
  if (!ref.startsWith('#')) return undefined;
  const keys = ref.slice(1).split('/').slice(1).map(unescaped);
  if (ref !== '#' && !ref.startsWith('#/')) return undefined;
  return keys.reduce<unknown>(
    (node, key) => ((isJsonObject(node) || Array.isArray(node)) && Object.hasOwn(node, key) ? Reflect.get(node, key) : undefined),
    root,
  );
}

function unescaped(key: string): string {
  const plain = key.replaceAll('~1', '/').replaceAll('~0', '~');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain; // A lone per cent sign.
  }
}
