import { type ConnectorValues, isJsonObject, type JsonObject, type JsonSchema } from '../core/index.js';

/**
 * The values that may be noted over a same-tab redirect: those of fields known not to be secret. A schema that marks no field as secret
 * does not tell, so none of its values is.
 */
export function publicValues(schema: JsonSchema, values: ConnectorValues): ConnectorValues {
  return marksSecrets(schema) ? pick(schema, values) : {};
}

function marksSecrets(schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.some(marksSecrets);
  return isJsonObject(schema) && (schema.airbyte_secret === true || Object.values(schema).some(marksSecrets));
}

function pick(schema: JsonSchema, values: Readonly<Record<string, unknown>>): JsonObject {
  const properties = isJsonObject(schema.properties) ? schema.properties : {};
  const kept: JsonObject = {};
  for (const [key, value] of Object.entries(values)) {
    const property = properties[key];
    if (!isJsonObject(property) || property.airbyte_secret === true) continue;
    if (isJsonObject(value)) kept[key] = pick(property, value);
    // A list, or a part with branches, is left out: what is in it is not known.
    else if (!Array.isArray(value)) kept[key] = value;
  }
  return kept;
}
