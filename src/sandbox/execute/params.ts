import type { CatalogOperation } from '../../catalog/index.js';
import { isJsonObject, type JsonObject } from '../../core/index.js';
import { type AgentProblem, invalid } from '../errors.js';

const isBlank = (value: unknown) => value === undefined || value === null || value === '';

/** The problem of one parameter. */
export const paramProblem = (name: string, message: string, code = 'value_error'): AgentProblem => ({ field: `params.${name}`, message, error_code: code });

/**
 * The parameters that the operation declares: others are dropped, as the connector's runtime does.
 * @throws 422 when a required one is missing or a value is not allowed
 */
export function readParams({ schema }: CatalogOperation, params: JsonObject): JsonObject {
  const properties = isJsonObject(schema.properties) ? schema.properties : {};
  const missing = requiredParams(schema).filter((name) => isBlank(params[name]));
  const problems = missing.map((name) => paramProblem(name, `Missing required parameter '${name}'`, 'missing'));
  const declared = Object.entries(params).filter(([name, value]) => name in properties && value !== undefined && value !== null);
  for (const [name, value] of declared) {
    const property = properties[name];
    const message = isJsonObject(property) ? problemOf(property, value) : null;
    if (message !== null && value !== '') problems.push(paramProblem(name, message));
  }
  if (problems.length > 0) throw invalid(problems);
  return Object.fromEntries(declared);
}

/** Names of the parameters that a schema requires. */
export const requiredParams = (schema: CatalogOperation['schema']): string[] =>
  Array.isArray(schema.required) ? schema.required.filter((name): name is string => typeof name === 'string') : [];

function problemOf(property: JsonObject, value: unknown): string | null {
  if (Array.isArray(property.enum) && !property.enum.includes(value)) return `Input should be one of ${property.enum.join(', ')}`;
  if (property.type === 'object' && !isJsonObject(value)) return 'Input should be an object';
  if (property.type === 'array' && !Array.isArray(value)) return 'Input should be a list';
  if (property.type !== 'integer' && property.type !== 'number') return null;
  const number = typeof value === 'boolean' || Array.isArray(value) ? Number.NaN : Number(value);
  if (!Number.isFinite(number) || (property.type === 'integer' && !Number.isInteger(number))) return `Input should be a valid ${property.type}`;
  if (typeof property.minimum === 'number' && number < property.minimum) return `Input should be greater than or equal to ${property.minimum}`;
  if (typeof property.maximum === 'number' && number > property.maximum) return `Input should be less than or equal to ${property.maximum}`;
  return null;
}
