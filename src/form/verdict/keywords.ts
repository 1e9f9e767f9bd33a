import { isJsonObject, type JsonObject } from '../../core/index.js';
import { NOT_JSON, plainValue } from './plainValue.js';

const TYPES: ReadonlySet<unknown> = new Set(['string', 'integer', 'number', 'boolean', 'object', 'array', 'null']);
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const isCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0;

/** When a keyword that holds no schema is well typed. */
const PLAIN: Readonly<Record<string, (value: unknown) => boolean>> = {
  const: (value) => plainValue(value) !== NOT_JSON,
  enum: (value) => Array.isArray(value) && value.length > 0 && plainValue(value) !== NOT_JSON,
  minimum: isNumber,
  maximum: isNumber,
  exclusiveMinimum: isNumber,
  exclusiveMaximum: isNumber,
  multipleOf: (value) => isNumber(value) && Number(value) > 0,
  minLength: isCount,
  maxLength: isCount,
  minItems: isCount,
  maxItems: isCount,
  minProperties: isCount,
  maxProperties: isCount,
  uniqueItems: (value) => typeof value === 'boolean',
};

/** Keywords that hold a schema, a list of them, schemas by name; and which of them judge the very same value. */
export const SCHEMA_KEYWORDS = ['additionalItems', 'contains', 'additionalProperties', 'propertyNames', 'not', 'if', 'then', 'else'] as const;
export const LIST_KEYWORDS = ['allOf', 'anyOf', 'oneOf'] as const;
export const IN_PLACE_KEYWORDS = ['not', 'if', 'then', 'else'] as const;

/** The types that a schema allows, those spelled wrong left out; a stray `null` among them means the type. Null: it says nothing of use. */
export function typesOf({ type }: JsonObject): readonly string[] | null {
  const types = (Array.isArray(type) ? type : [type]).map((one: unknown) => (Array.isArray(type) && one === null ? 'null' : one));
  const known = types.filter((one): one is string => TYPES.has(one));
  return known.length === 0 ? null : known;
}

/** The names that a schema requires. */
export const requiredOf = ({ required }: JsonObject): readonly string[] =>
  Array.isArray(required) ? required.filter((name): name is string => typeof name === 'string') : [];

/** Own entries of a map of schemas. */
export const entriesOf = (map: unknown): [string, unknown][] => (isJsonObject(map) ? Object.entries(map) : []);

/** The well-typed keywords of a schema that hold no schema. What is ill-typed (`required: true`, `minimum: "3"`) is left out. */
export function plainKeywords(schema: JsonObject): JsonObject {
  const kept = Object.entries(PLAIN).filter(([keyword, isWellTyped]) => Object.hasOwn(schema, keyword) && isWellTyped(schema[keyword]));
  const types = typesOf(schema);
  const required = requiredOf(schema);
  return {
    ...Object.fromEntries(kept.map(([keyword]) => [keyword, schema[keyword]])),
    ...(types === null ? {} : { type: types.length === 1 ? types[0] : types }),
    ...(required.length === 0 ? {} : { required }),
  };
}
