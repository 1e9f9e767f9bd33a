import { isJsonObject, type JsonObject } from '../../core/index.js';

/**
 * One schema for what both ask; words and keywords of the first win. Null where they can not be one. Two choices can not either: the second
 * is left over in `allOf`, to stand beside the first.
 */
export function mergeSchemas(first: JsonObject, second: JsonObject): JsonObject | null {
  const type = commonType(first.type, second.type);
  if (type === null) return null;
  const { rest, choices } = isChoice(first) && isChoice(second) ? withoutChoice(second) : { rest: second, choices: [] };
  const merged: JsonObject = { ...rest, ...first };
  const leftOver = [...choicesLeftIn(first), ...choices, ...choicesLeftIn(second)];
  if (leftOver.length > 0) merged.allOf = leftOver;
  if (type !== undefined) merged.type = type;
  if (isJsonObject(first.properties) && isJsonObject(second.properties)) merged.properties = mergeProperties(first.properties, second.properties);
  if (Array.isArray(first.required) && Array.isArray(second.required)) merged.required = [...new Set([...first.required, ...second.required])];
  if (Array.isArray(first.enum) && Array.isArray(second.enum)) merged.enum = commonValues(first.enum, second.enum);
  return merged;
}

/** Of a resolved schema the choices that stand beside its own: all else of its `allOf` is folded in. */
export const choicesLeftIn = ({ allOf }: JsonObject): readonly JsonObject[] => (Array.isArray(allOf) ? allOf.filter(isJsonObject) : []);

function withoutChoice({ oneOf, anyOf, ...rest }: JsonObject): { rest: JsonObject; choices: readonly JsonObject[] } {
  return { rest, choices: [{ oneOf }, { anyOf }].filter((choice) => isChoice(choice)) };
}

const isChoice = ({ oneOf, anyOf }: { oneOf?: unknown; anyOf?: unknown }): boolean => Array.isArray(oneOf) || Array.isArray(anyOf);

function mergeProperties(first: JsonObject, second: JsonObject): JsonObject {
  const entries = Object.entries(second).map(([key, property]): [string, unknown] => {
    const other = Object.hasOwn(first, key) ? first[key] : undefined;
    return [key, isJsonObject(other) && isJsonObject(property) ? { allOf: [other, property] } : (other ?? property)];
  });
  return { ...first, ...Object.fromEntries(entries) };
}

/** The types that both allow; undefined where neither says, null where there is none. */
function commonType(first: unknown, second: unknown): unknown {
  if (first === undefined || second === undefined) return first ?? second;
  const ours = asList(first);
  const common = asList(second).filter((type) => ours.includes(type) || (type === 'integer' && ours.includes('number')));
  if (common.length === 0) return ours.includes('integer') && asList(second).includes('number') ? 'integer' : null;
  return common.length === 1 ? common[0] : common;
}

const asList = (type: unknown): readonly unknown[] => (Array.isArray(type) ? type : [type]);

const commonValues = (first: readonly unknown[], second: readonly unknown[]): unknown[] => first.filter((value) => second.includes(value));
