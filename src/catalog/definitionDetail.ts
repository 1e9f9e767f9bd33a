import type { AuthMethod, ConnectorDefinition, ConnectorDefinitionDetail, JsonSchema, ValuePlace } from '../core/index.js';
import type { CatalogEntry, CatalogField, CatalogListing, CatalogMethod } from './types.js';

const PLACES: readonly ValuePlace[] = ['environment', 'credentials', 'replication_config'];

/** A listing as the domain's definition. */
export const definitionOfListing = ({ id, slug, name, category, iconUrl }: CatalogListing): ConnectorDefinition => ({
  id,
  slug,
  name,
  category,
  iconUrl: iconUrl ?? null,
});

/** An entry as the domain's definition, with one form schema per sign-in method. */
export function definitionOfEntry(entry: CatalogEntry): ConnectorDefinitionDetail {
  return { ...definitionOfListing({ ...entry, category: entry.words.category }), methods: entry.methods.map((method) => authMethod(entry, method)) };
}

function authMethod(entry: CatalogEntry, method: CatalogMethod): AuthMethod {
  const words = entry.words.methods[method.key];
  return {
    key: method.key,
    kind: method.kind,
    label: words?.label ?? method.key,
    description: words?.description ?? null,
    schema: methodSchema(entry, method),
  };
}

/** An object of places, each an object of its fields: the values it describes are the body that is sent. */
function methodSchema(entry: CatalogEntry, method: CatalogMethod): JsonSchema {
  const fields = [...entry.settings.filter(({ filledByConsent }) => method.kind === 'key' || filledByConsent !== true), ...method.fields];
  const places = PLACES.filter((place) => fields.some((field) => field.place === place));
  return {
    type: 'object',
    properties: Object.fromEntries(
      places.map((place, order) => [
        place,
        placeSchema(
          entry,
          fields.filter((field) => field.place === place),
          order,
        ),
      ]),
    ),
    required: places.filter((place) => fields.some((field) => field.place === place && field.required)),
  };
}

function placeSchema(entry: CatalogEntry, fields: readonly CatalogField[], order: number): JsonSchema {
  return {
    type: 'object',
    order,
    properties: Object.fromEntries(fields.map((field, position) => [field.name, fieldSchema(entry, field, position)])),
    required: fields.filter((field) => field.required).map((field) => field.name),
  };
}

function fieldSchema(entry: CatalogEntry, field: CatalogField, order: number): JsonSchema {
  const words = entry.words.fields[field.name];
  return {
    type: field.type,
    ...(words?.label === undefined ? {} : { title: words.label }),
    order,
    ...(words?.help === undefined ? {} : { description: words.help }),
    ...(field.secret ? { airbyte_secret: true } : {}),
    ...(field.type === 'string' && field.required ? { minLength: 1 } : {}),
    ...(field.format === undefined ? {} : { format: field.format }),
    ...(field.pattern === undefined ? {} : { pattern: field.pattern }),
    ...(field.enum === undefined ? {} : enumSchema(field.enum, words?.options)),
    ...(field.type === 'array' ? { items: { type: field.items ?? 'string' }, ...(field.required ? { minItems: 1 } : {}) } : {}),
    ...(field.default === undefined ? {} : { default: field.default }),
    ...(field.placeholder === undefined ? {} : { examples: [field.placeholder] }),
  };
}

const enumSchema = (values: readonly (string | number)[], labels: Readonly<Record<string, string>> | undefined) => ({
  enum: values,
  ...(labels === undefined ? {} : { enumNames: values.map((value) => labels[value] ?? String(value)) }),
});
