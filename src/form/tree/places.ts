import { isJsonObject, type JsonObject } from '../../core/index.js';

const PLACES: ReadonlySet<unknown> = new Set(['credentials', 'environment', 'replication_config', 'auth_config']);

/** Whether a root property is a place to which values are sent, which people need not know of. */
export const isPlace = (key: unknown): boolean => PLACES.has(key);

/** Whether a schema has nothing but places: each of them is then the root of what is asked. */
export function isPlaceSchema({ properties }: JsonObject): boolean {
  const keys = isJsonObject(properties) ? Object.keys(properties) : [];
  return keys.length > 0 && keys.every(isPlace);
}
