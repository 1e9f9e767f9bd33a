import { isJsonObject, type JsonObject } from '../../core/index.js';
import { ownValue } from '../values.js';
import type { CompileContext } from './compileContext.js';
import { mergeSchemas } from './mergeSchemas.js';

/** A schema with its references, `allOf` and single alternatives folded in. */
export interface Resolved {
  schema: JsonObject;
  /** The references that led here: one of them again is a recursion. */
  refs: readonly string[];
}

/** Why a part of a schema can not be resolved, for the developer. */
export interface Unresolved {
  problem: string;
}

/** Nesting of `allOf` and of references that is followed; real schemas have two or three. */
const MAX_NESTING = 20;

/** Resolves one level: what the properties and alternatives refer to is resolved when they are compiled. Never throws. */
export function resolveSchema(raw: JsonObject, context: Pick<CompileContext, 'root' | 'count'>, refs: readonly string[], nesting = 0): Resolved | Unresolved {
  if (nesting > MAX_NESTING) return { problem: 'is nested too deeply' };
  if (nesting > 0 && !context.count(refs)) return { problem: 'has too many parts' };
  if (typeof raw.$ref === 'string') return resolveRef(raw, raw.$ref, { context, refs, nesting });
  if (Array.isArray(raw.allOf)) return resolveAll(raw, raw.allOf, { context, refs, nesting });
  return resolveAlternatives(raw, { context, refs, nesting });
}

interface Where {
  context: Pick<CompileContext, 'root' | 'count'>;
  refs: readonly string[];
  nesting: number;
}

function resolveRef({ $ref: _, ...own }: JsonObject, ref: string, { context, refs, nesting }: Where): Resolved | Unresolved {
  if (refs.includes(ref)) return { problem: `refers to itself by ${ref}` };
  const target = targetOf(context.root, ref);
  if (!isJsonObject(target)) return { problem: `refers to ${ref}, which is not in the schema` };
  const resolved = resolveSchema(target, context, [...refs, ref], nesting + 1);
  return 'problem' in resolved ? resolved : { schema: { ...resolved.schema, ...own }, refs: resolved.refs };
}

/** The part of a schema that a local reference names, `#/definitions/host`. */
function targetOf(root: unknown, ref: string): unknown {
  if (ref === '#') return root;
  if (!ref.startsWith('#/')) return undefined;
  return ref
    .slice(2)
    .split('/')
    .map((part) => decoded(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(ownValue, root);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // A stray percent sign is part of the name.
  }
}

function resolveAll({ allOf: _, ...own }: JsonObject, parts: readonly unknown[], where: Where): Resolved | Unresolved {
  return parts.filter(isJsonObject).reduce<Resolved | Unresolved>((merged, part) => mergePart(merged, part, where), { schema: own, refs: where.refs });
}

function mergePart(merged: Resolved | Unresolved, part: JsonObject, { context, refs, nesting }: Where): Resolved | Unresolved {
  if ('problem' in merged) return merged;
  const resolved = resolveSchema(part, context, refs, nesting + 1);
  if ('problem' in resolved) return resolved;
  const schema = mergeSchemas(merged.schema, resolved.schema);
  return schema === null ? { problem: 'has parts that contradict each other' } : { schema, refs: [...new Set([...merged.refs, ...resolved.refs])] };
}

/** Alternatives of which only one is left, when that of null is set aside, are no choice. */
function resolveAlternatives(schema: JsonObject, where: Where): Resolved | Unresolved {
  const keyword = Array.isArray(schema.oneOf) ? 'oneOf' : 'anyOf';
  const listed: unknown = schema[keyword];
  if (!Array.isArray(listed)) return { schema, refs: where.refs };
  const alternatives = listed.filter((one): one is JsonObject => isJsonObject(one) && one.type !== 'null');
  const [only] = alternatives;
  if (alternatives.length !== 1 || only === undefined) return { schema, refs: where.refs };
  const { [keyword]: _, ...own } = schema;
  return mergePart({ schema: own, refs: where.refs }, only, where);
}
