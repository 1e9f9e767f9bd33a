import { dehydrate, type QueryClient } from '@tanstack/react-query';

/**
 * Where a text occurs in whatever is reachable from a value: keys and values of own properties (hidden ones and symbols too), entries of
 * maps and sets, what an object prints as text and as JSON. Elements and windows are left out: a form shows what is typed into it.
 * @returns the paths; none when the text is nowhere
 */
export function pathsOf(text: string, root: unknown): string[] {
  const found: string[] = [];
  const met = new WeakSet<object>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string' && value.includes(text)) found.push(path);
    if (!isObject(value) || met.has(value) || value instanceof Node || value === window) return;
    met.add(value);
    if (value instanceof Map || value instanceof Set) walk([...value], `${path}<entries>`);
    if (!Array.isArray(value) && printed(value).includes(text)) found.push(`${path}<printed>`);
    for (const key of Reflect.ownKeys(value)) {
      if (String(key).includes(text)) found.push(`${path}<key>`);
      walk(Reflect.get(value, key), `${path}.${String(key)}`);
    }
  };
  walk(root, '');
  return found;
}

const isObject = (value: unknown): value is object => (typeof value === 'object' && value !== null) || typeof value === 'function';

/** Functions print their source; only what an object says of itself counts. */
function printed(value: object): string {
  if (typeof value === 'function') return '';
  const prints: unknown[] = [Reflect.get(value, 'toString'), Reflect.get(value, 'toJSON')];
  return prints.map((print) => (typeof print === 'function' ? String(Reflect.apply(print, value, [])) : '')).join(' ');
}

/** All that a devtool, a persister or a host's code finds in the two caches. */
export function dumpCaches(client: QueryClient) {
  const everything = { shouldDehydrateQuery: () => true, shouldDehydrateMutation: () => true };
  const dehydrated = dehydrate(client, everything);
  return {
    queries: client.getQueryCache().getAll(),
    mutations: client
      .getMutationCache()
      .getAll()
      .map((mutation) => ({ mutation, state: { ...mutation.state }, options: { ...mutation.options } })),
    dehydrated,
    text: JSON.stringify(dehydrated),
  };
}
