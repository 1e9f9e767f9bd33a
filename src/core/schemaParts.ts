import { isJsonObject, type JsonSchema } from './json.js';

/** Keys from the root of a configuration. */
export type SchemaPath = readonly string[];

/** The properties of an object schema: those that are schemas themselves. */
export function propertiesOf({ properties }: JsonSchema): [name: string, schema: JsonSchema][] {
  if (!isJsonObject(properties)) return [];
  return Object.entries(properties).flatMap(([name, schema]): [string, JsonSchema][] => (isJsonObject(schema) ? [[name, schema]] : []));
}

/** One property's schema; null where there is none. */
export function propertyOf(schema: JsonSchema, name: string): JsonSchema | null {
  return propertiesOf(schema).find(([own]) => own === name)?.[1] ?? null;
}

/** The names in `required`. */
export const requiredOf = ({ required }: JsonSchema): string[] =>
  Array.isArray(required) ? required.filter((name): name is string => typeof name === 'string') : [];

/** The alternatives of a choice, `oneOf` or `anyOf`; none where it is no choice of schemas. */
export function alternativesOf({ oneOf, anyOf }: JsonSchema): readonly JsonSchema[] {
  const alternatives: unknown = oneOf ?? anyOf;
  return Array.isArray(alternatives) && alternatives.every(isJsonObject) ? alternatives : [];
}

/** The one value that a schema allows, by `const` or an `enum` of one; undefined where it allows more. */
export function constantOf(schema: JsonSchema): unknown {
  if (schema.const !== undefined) return schema.const;
  return Array.isArray(schema.enum) && schema.enum.length === 1 ? schema.enum[0] : undefined;
}

/** The schema at a path; null where there is none. */
export function schemaAt(schema: JsonSchema, path: SchemaPath): JsonSchema | null {
  return path.reduce<JsonSchema | null>((at, name) => (at === null ? null : propertyOf(at, name)), schema);
}

/** A copy in which the schema at a path is another one. The same object where there is nothing at the path. */
export function withSchemaAt(schema: JsonSchema, path: SchemaPath, change: (at: JsonSchema) => JsonSchema): JsonSchema {
  const [name, ...rest] = path;
  if (name === undefined) return change(schema);
  const property = propertyOf(schema, name);
  if (property === null || !isJsonObject(schema.properties)) return schema;
  return { ...schema, properties: { ...schema.properties, [name]: withSchemaAt(property, rest, change) } };
}
