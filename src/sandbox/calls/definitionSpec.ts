import type { CatalogEntry, CatalogField, CatalogMethod } from '../../catalog/index.js';
import type { JsonObject } from '../../core/index.js';
import { ownSpec } from '../ownDefinitions.js';

/** A definition's specification in Airbyte's dialect: its own, else one built from the catalogue's facts. */
export function definitionSpec(entry: CatalogEntry): JsonObject {
  return ownSpec(entry) ?? specOfFacts(entry);
}

function specOfFacts(entry: CatalogEntry): JsonObject {
  const [only, ...others] = entry.methods;
  const oauth = entry.methods.find((method) => method.kind === 'oauth');
  const root = only !== undefined && others.length === 0 && only.kind === 'key' ? objectOf(entry, [...only.fields, ...entry.settings]) : unionOf(entry);
  return {
    documentationUrl: `https://docs.airbyte.com/integrations/sources/${entry.slug}`,
    connectionSpecification: { $schema: 'http://json-schema.org/draft-07/schema#', title: `${entry.name} Spec`, ...root },
    ...(oauth ? { advanced_auth: advancedAuth(entry, oauth) } : {}),
  };
}

function unionOf(entry: CatalogEntry): JsonObject {
  const { properties, required, ...rest } = objectOf(entry, entry.settings);
  const credentials = { type: 'object', title: 'Authentication', order: 0, oneOf: entry.methods.map((method) => branchOf(entry, method)) };
  return { ...rest, properties: { credentials, ...properties }, required: ['credentials', ...required] };
}

function branchOf(entry: CatalogEntry, method: CatalogMethod): JsonObject {
  const { properties, required, ...rest } = objectOf(entry, method.kind === 'oauth' ? OAUTH_FIELDS : method.fields);
  return {
    ...rest,
    title: entry.words.methods[method.key]?.label ?? method.key,
    properties: { option_title: { type: 'string', const: method.key, order: 0 }, ...properties },
    required: ['option_title', ...required],
  };
}

const OAUTH_FIELDS: readonly CatalogField[] = ['access_token', 'refresh_token'].map((name) => ({
  name,
  place: 'credentials',
  type: 'string',
  required: name === 'access_token',
  secret: true,
}));

function objectOf(entry: CatalogEntry, fields: readonly CatalogField[]): { type: 'object'; properties: JsonObject; required: string[] } {
  const property = (field: CatalogField, index: number): JsonObject => ({
    type: field.type,
    title: entry.words.fields[field.name]?.label ?? field.name,
    order: index + 1,
    ...(field.secret ? { airbyte_secret: true } : {}),
    ...(field.pattern === undefined ? {} : { pattern: field.pattern }),
    ...(field.format === undefined ? {} : { format: field.format }),
    ...(field.enum === undefined ? {} : { enum: field.enum }),
    ...(field.placeholder === undefined ? {} : { examples: [field.placeholder] }),
  });
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((field, index) => [field.name, property(field, index)])),
    required: fields.filter((field) => field.required).map((field) => field.name),
  };
}

function advancedAuth(entry: CatalogEntry, method: CatalogMethod): JsonObject {
  const inputs = entry.settings.filter((field) => field.place === 'environment');
  const at = (names: readonly string[], root: readonly string[]) => ({
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, { type: 'string', path_in_connector_config: [...root, name] }])),
  });
  const output = at(['access_token', 'refresh_token'], ['credentials']);
  return {
    auth_flow_type: 'oauth2.0',
    predicate_key: ['credentials', 'option_title'],
    predicate_value: method.key,
    oauth_config_specification: {
      oauth_user_input_from_connector_config_specification:
        inputs.length === 0
          ? null
          : at(
              inputs.map(({ name }) => name),
              [],
            ),
      complete_oauth_output_specification: output,
      complete_oauth_server_input_specification: { type: 'object', properties: { client_id: { type: 'string' }, client_secret: { type: 'string' } } },
      complete_oauth_server_output_specification: { type: 'object', properties: {} },
    },
  };
}
