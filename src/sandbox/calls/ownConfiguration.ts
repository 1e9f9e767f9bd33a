import { isJsonObject, type JsonObject } from '../../core/index.js';
import { type AgentProblem, invalid } from '../errors.js';
import { isBlank } from './credentials.js';

/**
 * Checks that a configuration has what its own specification requires, in the alternative that its constants name.
 * @throws 422 with one problem for each value that is missing
 */
export function requireConfiguration(spec: JsonObject, configuration: JsonObject): void {
  const problems = missing(objectIn(spec.connectionSpecification), configuration, 'replication_config').map(
    (field): AgentProblem => ({ field, message: `required property '${field.split('.').at(-1)}' not found`, error_code: 'value_error' }),
  );
  if (problems.length > 0) throw invalid(problems);
}

function missing(schema: JsonObject, value: JsonObject, path: string): string[] {
  const alternatives = Array.isArray(schema.oneOf) ? schema.oneOf.filter(isJsonObject) : [];
  const chosen = alternatives.find((alternative) => fitsConstants(alternative, value));
  if (alternatives.length > 0 && chosen === undefined) return [path];
  const absent = namesIn(schema.required).filter((name) => isBlank(value[name]));
  const inner = Object.entries(objectIn(schema.properties)).flatMap(([name, property]) => {
    const given = value[name];
    return isJsonObject(property) && isJsonObject(given) ? missing(property, given, `${path}.${name}`) : [];
  });
  return [...absent.map((name) => `${path}.${name}`), ...inner, ...(chosen === undefined ? [] : missing(chosen, value, path))];
}

const fitsConstants = (alternative: JsonObject, value: JsonObject): boolean =>
  Object.entries(objectIn(alternative.properties)).every(
    ([name, property]) => !isJsonObject(property) || !('const' in property) || property.const === value[name],
  );

const objectIn = (value: unknown): JsonObject => (isJsonObject(value) ? value : {});
const namesIn = (value: unknown): string[] => (Array.isArray(value) ? value.filter((name) => typeof name === 'string') : []);
