import { isJsonObject, type JsonObject } from '../../core/index.js';

/** A specification less what a template presets: the form that is left for the end user. */
export function withoutPresets(spec: JsonObject, presets: JsonObject): JsonObject {
  const { connectionSpecification: schema } = spec;
  return isJsonObject(schema) ? { ...spec, connectionSpecification: schemaWithout(schema, presets) } : spec;
}

function schemaWithout(schema: JsonObject, presets: JsonObject): JsonObject {
  const { properties, required } = schema;
  if (!isJsonObject(properties)) return schema;
  const left = Object.entries(properties).flatMap(([name, property]): [string, unknown][] => {
    const preset = presets[name];
    if (preset === undefined) return [[name, property]];
    // A preset object answers some of its properties, the others are still asked.
    return isJsonObject(preset) && isJsonObject(property) && isJsonObject(property.properties) ? [[name, schemaWithout(property, preset)]] : [];
  });
  const names = left.map(([name]) => name);
  return { ...schema, properties: Object.fromEntries(left), required: Array.isArray(required) ? required.filter((name) => names.includes(String(name))) : [] };
}

/** A configuration with what the template presets; presets win, at any depth. */
export function withPresets(configuration: JsonObject, presets: JsonObject): JsonObject {
  const merged = Object.entries(presets).map(([name, preset]): [string, unknown] => {
    const given = configuration[name];
    return [name, isJsonObject(preset) && isJsonObject(given) ? withPresets(given, preset) : preset];
  });
  return { ...configuration, ...Object.fromEntries(merged) };
}
