import { isJsonObject, type JsonObject } from '../../core/index.js';

/** A type of JSON, as a schema names it. */
export type SchemaType = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object' | 'null';

const TYPES: ReadonlySet<unknown> = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object', 'null']);

const isType = (type: unknown): type is SchemaType => TYPES.has(type);

/** The types that a schema names; where it names none that exists, those that its other keywords mean. Empty where nothing tells. */
export function schemaTypes(schema: JsonObject): readonly SchemaType[] {
  const named = (Array.isArray(schema.type) ? schema.type : [schema.type]).map((type: unknown) => (type === null ? 'null' : type)).filter(isType);
  return named.length > 0 ? named : meantTypes(schema);
}

function meantTypes(schema: JsonObject): readonly SchemaType[] {
  if (isJsonObject(schema.properties) || schema.additionalProperties !== undefined) return ['object'];
  if (schema.items !== undefined) return ['array'];
  if (Object.hasOwn(schema, 'const')) return [typeOfValue(schema.const)];
  if (Array.isArray(schema.enum)) return [...new Set(schema.enum.map(typeOfValue))];
  if (typeof schema.minimum === 'number' || typeof schema.maximum === 'number') return ['number'];
  if (typeof schema.pattern === 'string' || typeof schema.format === 'string') return ['string'];
  return schema.default === undefined || schema.default === null ? [] : [typeOfValue(schema.default)];
}

/** The JSON type of a value; a number without a fraction is a number too. */
export function typeOfValue(value: unknown): SchemaType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  const type = typeof value;
  return type === 'number' || type === 'boolean' || type === 'object' ? type : 'string';
}

/** Whether a value is of a type that a schema allows. One that names no type allows all. */
export function allowsType(schema: JsonObject, value: unknown): boolean {
  const types = schemaTypes(schema);
  const type = typeOfValue(value);
  return types.length === 0 || types.includes(type) || (type === 'number' && types.includes('integer') && Number.isInteger(value));
}

/** The type by which a control is picked: null aside, the first; text where text is allowed beside numbers and the like. */
export function mainType(schema: JsonObject): SchemaType | null {
  const types = schemaTypes(schema).filter((type) => type !== 'null');
  const [first] = types;
  if (first === undefined) return schemaTypes(schema).length > 0 ? 'null' : null;
  return first !== 'object' && first !== 'array' && types.includes('string') ? 'string' : first;
}
