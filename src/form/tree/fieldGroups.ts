import { isJsonObject, type JsonObject } from '../../core/index.js';
import { nameFromKey } from '../nameFromKey.js';
import type { FieldGroup, FormField } from '../types.js';
import { textIn } from './fieldWords.js';
import { isPlaceSchema } from './places.js';

const DEFAULT = 'default';
const names = new Intl.Collator('en', { numeric: true });

/** The fields as they are drawn: by group, in the order of the schema's `groups`, those that it does not list by name, `advanced` last. */
export function fieldGroups(schema: JsonObject, fields: readonly FormField[]): FieldGroup[] {
  const places = isPlaceSchema(schema);
  const listed = places ? Object.values(isJsonObject(schema.properties) ? schema.properties : {}).flatMap(listedIn) : listedIn(schema);
  const drawn = fields.flatMap(inlined);
  const ids = [...new Set(drawn.map(groupOf))];
  const rank = (id: string): number => {
    if (id === 'advanced') return Number.MAX_SAFE_INTEGER;
    const place = listed.findIndex((group) => group.id === id);
    if (place >= 0) return place;
    return places && id === DEFAULT ? -1 : listed.length;
  };
  return ids
    .toSorted((left, right) => rank(left) - rank(right) || names.compare(left, right))
    .map((id) => ({ id, title: titleOf(id, listed), fields: drawn.filter((field) => groupOf(field) === id) }));
}

const groupOf = ({ group }: FormField): string => group ?? DEFAULT;

const inlined = (field: FormField): readonly FormField[] => (field.inline ? field.fields.flatMap(inlined) : [field]);

interface ListedGroup {
  id: string;
  title: string | null;
}

function listedIn(schema: unknown): ListedGroup[] {
  if (!isJsonObject(schema) || !Array.isArray(schema.groups)) return [];
  return schema.groups.flatMap((group: unknown) => (isJsonObject(group) && typeof group.id === 'string' ? [{ id: group.id, title: textIn(group.title) }] : []));
}

const titleOf = (id: string, listed: readonly ListedGroup[]): string | null =>
  listed.find((group) => group.id === id)?.title ?? (id === DEFAULT ? null : nameFromKey(id));
