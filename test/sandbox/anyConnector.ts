import { builtInCatalog, type CatalogEntry, type CatalogField, type CatalogOperation } from '../../src/catalog/index.js';
import { isJsonObject, type JsonObject } from '../../src/core/index.js';

/** The entry of a slug. */
export async function entryOf(slug: string): Promise<CatalogEntry> {
  const entry = await builtInCatalog.load(slug);
  if (!entry) throw new Error(`There is no definition ${slug}.`);
  return entry;
}

/** A value that a field takes. */
function fieldValue(field: CatalogField): unknown {
  if (field.enum?.[0] !== undefined) return field.enum[0];
  if (field.format === 'email') return 'ada@example.com';
  if (field.pattern?.startsWith('^AC')) return `AC${'0'.repeat(32)}`;
  return { string: field.format === 'date-time' ? '2024-01-01T00:00:00Z' : 'value-1', integer: 7, number: 7, boolean: true, array: ['7'] }[field.type];
}

const valuesOf = (fields: readonly CatalogField[]) =>
  Object.fromEntries(fields.filter(({ required }) => required).map((field) => [field.name, fieldValue(field)]));

/** The body of a create with every required value, by the first method that has a key; null where consent is the only way. */
export function createBody({ id, methods, settings }: CatalogEntry, workspace: string): Record<string, unknown> | null {
  const method = methods.find(({ kind }) => kind === 'key');
  if (!method) return null;
  const at = (place: CatalogField['place']) => valuesOf(settings.filter((field) => field.place === place));
  return {
    workspace_name: workspace,
    definition_id: id,
    credentials: valuesOf(method.fields),
    environment: at('environment'),
    replication_config: at('replication_config'),
  };
}

/** A value for each required parameter of an operation. */
export function requiredParams({ schema }: CatalogOperation, known: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const properties = isJsonObject(schema.properties) ? schema.properties : {};
  const required = Array.isArray(schema.required) ? schema.required.map(String) : [];
  return Object.fromEntries(required.map((name) => [name, known[name] ?? paramValue(name, isJsonObject(properties[name]) ? properties[name] : {})]));
}

function paramValue(name: string, property: JsonObject): unknown {
  if (Array.isArray(property.enum)) return property.enum[0];
  if (property.default !== undefined) return property.default;
  const type = Array.isArray(property.type) ? property.type.find((one) => one !== 'null') : property.type;
  if (type === 'object') return {};
  if (type === 'array') return [];
  if (type === 'integer' || type === 'number') return Math.max(1, Number(property.minimum ?? 1));
  if (type === 'boolean') return true;
  return name === 'query' ? 'a' : `${name}-1`;
}
