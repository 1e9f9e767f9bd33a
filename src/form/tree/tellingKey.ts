import { isJsonObject, type JsonObject } from '../../core/index.js';
import type { Alternative } from './compileChoice.js';

/** The first key that is one value in every object among the alternatives: one that differs, where there is such a key. */
export function tellingKey(alternatives: readonly Alternative[]): string | null {
  const objects = alternatives.map(({ schema }) => schema.properties).filter(isJsonObject);
  const values = Object.keys(objects[0] ?? {}).map((key) => ({ key, all: objects.map((properties) => oneValue(properties, key)) }));
  const single = values.filter(({ all }) => all.every((value) => value !== null));
  return (single.find(({ all }) => new Set(all).size > 1) ?? single[0])?.key ?? null;
}

/** The one value of a property, as text; null where it can have several. */
export function oneValue(properties: JsonObject, key: string): string | null {
  const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
  if (!isJsonObject(property)) return null;
  if (Object.hasOwn(property, 'const')) return `${JSON.stringify(property.const)}`;
  return Array.isArray(property.enum) && property.enum.length === 1 ? `${JSON.stringify(property.enum[0])}` : null;
}
