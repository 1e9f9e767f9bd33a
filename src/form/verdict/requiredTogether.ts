import { isJsonObject, type JsonObject } from '../../core/index.js';
import { requiredOf } from './keywords.js';

/**
 * Keys that an object lacks by a rule over several of them: "either this or that is required" (of the alternative that lacks least, rather one of
 * which every key is asked), and what a key that is there depends on.
 * @param asked Keys of which a field is drawn.
 */
export const requiredTogether = (schema: JsonObject, value: JsonObject, asked: ReadonlySet<string>): readonly string[] => [
  ...lackedByAll(schema.anyOf, value, asked),
  ...lackedByAll(schema.oneOf, value, asked),
  ...lackedDependencies(schema, value),
];

/** Nothing where one alternative has all that it requires, or is no more than that. */
function lackedByAll(alternatives: unknown, value: JsonObject, asked: ReadonlySet<string>): readonly string[] {
  if (!Array.isArray(alternatives)) return [];
  const lacked = alternatives.map((one: unknown) => (isJsonObject(one) ? lackedOf(requiredOf(one), value) : []));
  const unasked = (keys: readonly string[]) => Number(keys.some((key) => !asked.has(key)));
  return lacked.toSorted((left, right) => left.length - right.length || unasked(left) - unasked(right))[0] ?? [];
}

function lackedDependencies({ dependencies }: JsonObject, value: JsonObject): readonly string[] {
  if (!isJsonObject(dependencies)) return [];
  return Object.entries(dependencies).flatMap(([key, required]) => (Object.hasOwn(value, key) ? lackedOf(requiredOf({ required }), value) : []));
}

const lackedOf = (keys: readonly string[], value: JsonObject): readonly string[] => keys.filter((key) => !Object.hasOwn(value, key));
