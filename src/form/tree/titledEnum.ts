import { isJsonObject, type JsonObject } from '../../core/index.js';

/** Alternatives that are one plain value each are an `enum` with words: one list to pick from, not a choice of forms. */
export function titledEnum(schema: JsonObject): JsonObject {
  const keyword = Array.isArray(schema.oneOf) ? 'oneOf' : 'anyOf';
  const listed: unknown = schema[keyword];
  if (!Array.isArray(listed) || listed.length < 2 || !listed.every(isOneValue)) return schema;
  const { [keyword]: _, ...own } = schema;
  const names = listed.map((one) => (typeof one.title === 'string' ? one.title : String(soleValue(one))));
  return { ...own, enum: listed.map(soleValue), enumNames: names };
}

const isOneValue = (schema: unknown): schema is JsonObject =>
  isJsonObject(schema) &&
  schema.properties === undefined &&
  soleValue(schema) !== undefined &&
  (typeof soleValue(schema) !== 'object' || soleValue(schema) === null);

const soleValue = (schema: JsonObject): unknown =>
  Object.hasOwn(schema, 'const') ? schema.const : Array.isArray(schema.enum) && schema.enum.length === 1 ? schema.enum[0] : undefined;
