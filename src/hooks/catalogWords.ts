import type { CatalogChange, CatalogEntries } from '../catalog/index.js';
import { type AuthMethod, type ConnectorDefinition, type ConnectorDefinitionDetail, isJsonObject, type JsonObject } from '../core/index.js';

type Words = NonNullable<CatalogChange['words']>;

/** The definition under the host's name, category and logo. */
export function renamed<Definition extends ConnectorDefinition>(definition: Definition, entries: CatalogEntries = {}): Definition {
  const { name, iconUrl, words } = entryOf(definition, entries);
  return {
    ...definition,
    name: name ?? definition.name,
    iconUrl: iconUrl ?? definition.iconUrl,
    category: words?.category ?? definition.category,
  };
}

/** The definition in the host's words. Words for what the backend does not ask are left aside. */
export function reworded(definition: ConnectorDefinitionDetail, entries: CatalogEntries = {}): ConnectorDefinitionDetail {
  const { words = {} } = entryOf(definition, entries);
  return { ...renamed(definition, entries), methods: definition.methods.map((method) => rewordedMethod(method, words)) };
}

const entryOf = ({ slug }: ConnectorDefinition, entries: CatalogEntries): CatalogChange => (slug === null ? undefined : entries[slug]) ?? {};

function rewordedMethod(method: AuthMethod, { methods = {}, fields = {} }: Words): AuthMethod {
  const { label = method.label, description = method.description } = methods[method.key] ?? {};
  return {
    ...method,
    label,
    description,
    schema: { ...method.schema, properties: eachObject(method.schema.properties, (place) => rewordedPlace(place, fields)) },
  };
}

const rewordedPlace = (place: JsonObject, fields: NonNullable<Words['fields']>): JsonObject => ({
  ...place,
  properties: eachObject(place.properties, (field, name) => rewordedField(field, fields[name] ?? {})),
});

function rewordedField(field: JsonObject, { label, help, options }: NonNullable<Words['fields']>[string]): JsonObject {
  return {
    ...field,
    ...(label === undefined ? {} : { title: label }),
    ...(help === undefined ? {} : { description: help }),
    ...(options === undefined || !Array.isArray(field.enum) ? {} : { enumNames: field.enum.map((value) => options[String(value)] ?? String(value)) }),
  };
}

function eachObject(properties: unknown, change: (property: JsonObject, name: string) => JsonObject): JsonObject {
  if (!isJsonObject(properties)) return {};
  return Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, isJsonObject(property) ? change(property, name) : property]));
}
