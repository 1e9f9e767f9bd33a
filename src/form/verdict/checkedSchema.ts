import { isJsonObject, type JsonObject } from '../../core/index.js';
import { patternOf } from '../patternSafety.js';
import { checkedFormat } from './checkedFormat.js';
import { FittingTexts } from './FittingTexts.js';
import { entriesOf, LIST_KEYWORDS, plainKeywords, requiredOf, SCHEMA_KEYWORDS } from './keywords.js';
import { referenced } from './referenced.js';

/** Deeper parts of a schema are left unchecked. */
const DEEPEST = 100;

const NO_TEXT = ['number', 'boolean', 'object', 'array', 'null'];

/** A pattern that the validator itself must not run. In its place the schema has an `enum` of the texts that fit. */
export interface TextRule {
  fitting: FittingTexts;
}

/** A schema that the validator can take: only draft-7 keywords that are well typed, no pattern that hangs, no reference that leads nowhere. */
export interface CheckedSchema {
  schema: JsonObject;
  rules: readonly TextRule[];
}

type Checked = JsonObject | boolean;
type Check = (node: unknown, path: string, depth: number) => Checked;

/**
 * Never throws, whatever the schema. What is left out is told in `warnings`.
 * @param whole In which its references lead: of a part of a schema the whole one.
 */
export function checkedSchema(root: unknown, warnings: string[], whole: unknown = root): CheckedSchema {
  const rules = new Map<string, TextRule>();
  const definitions: Record<string, Checked> = {};
  const names = new Map<string, string>();
  const warn = (path: string, text: string) => warnings.push(`${path === '' ? 'The schema' : path}: ${text}`);

  const check: Check = (node, path, depth) => {
    if (typeof node === 'boolean') return node;
    if (!isJsonObject(node)) return warnedTrue(path, 'this is no schema, so every value is accepted.');
    if (depth > DEEPEST) return warnedTrue(path, 'this is nested too deeply to be checked.');
    if (typeof node.$ref === 'string') return reference(node.$ref, path, depth);
    warnOfConditions(node, path);
    const text = textKeywords(node, path);
    const inner = nested(node, path, depth + 1);
    const both = [text.allOf, inner.allOf, dependent(node, path, depth + 1)].flatMap((list) => (Array.isArray(list) ? list : []));
    return { ...plainKeywords(node), ...text, ...inner, ...(both.length === 0 ? {} : { allOf: both }) };
  };

  function warnedTrue(path: string, text: string): true {
    warn(path, text);
    return true;
  }

  /** What these ask for depends on other values: the verdict says no, but at no field, so a form does not stop for it. */
  function warnOfConditions(node: JsonObject, path: string): void {
    const hasSchemas = entriesOf(node.dependencies).some(([, one]) => isJsonObject(one));
    const found = [...(isJsonObject(node.if) ? ['if'] : []), ...(hasSchemas ? ['dependencies'] : [])];
    if (found.length > 0) warn(path, `${found.join(', ')}: conditions are part of the verdict, but what breaks one is named at no field.`);
  }

  /** Draft 7: nothing beside a reference counts. Each target is checked once, so that a schema may refer to itself. */
  function reference(ref: string, path: string, depth: number): Checked {
    const target = referenced(whole, ref);
    if (target === undefined) return warnedTrue(path, 'a reference that leads nowhere; every value is accepted.');
    let name = names.get(ref);
    if (name === undefined) {
      name = `d${names.size}`;
      names.set(ref, name);
      definitions[name] = check(target, ref, depth + 1);
    }
    return { $ref: `#/$defs/${name}` };
  }

  function textKeywords(node: JsonObject, path: string): JsonObject {
    const format = checkedFormat(node);
    return { ...(format === null ? {} : { format }), ...patternKeywords(node.pattern, path) };
  }

  function patternKeywords(source: unknown, path: string): JsonObject {
    if (typeof source !== 'string') return {};
    const pattern = patternOf(source);
    if (pattern === null) warn(path, 'a pattern that can not be matched safely; values are not checked against it.');
    if (pattern?.nested) warn(path, 'a pattern with a repetition within a repetition; it is matched with a bound, beyond which values are not checked.');
    if (pattern === null || pattern.native !== null) return pattern === null ? {} : { pattern: pattern.native };
    const rule = rules.get(source) ?? { fitting: new FittingTexts(pattern) };
    rules.set(source, rule);
    return { allOf: [{ anyOf: [{ type: NO_TEXT }, { enum: rule.fitting }] }] };
  }

  function nested(node: JsonObject, path: string, depth: number): JsonObject {
    const result: JsonObject = {};
    const below = (key: string) => (path === '' ? key : `${path}.${key}`);
    for (const keyword of SCHEMA_KEYWORDS) if (Object.hasOwn(node, keyword)) result[keyword] = check(node[keyword], path, depth);
    for (const keyword of LIST_KEYWORDS) {
      const list = node[keyword];
      if (Array.isArray(list) && list.length > 0) result[keyword] = list.map((one) => check(one, path, depth));
    }
    if (Array.isArray(node.items)) result.items = node.items.map((one) => check(one, below('[]'), depth));
    else if (Object.hasOwn(node, 'items')) result.items = check(node.items, below('[]'), depth);
    if (isJsonObject(node.properties)) result.properties = mapOf(entriesOf(node.properties).map(([key, one]) => [key, check(one, below(key), depth)]));
    return { ...result, ...patternProperties(node, path, depth) };
  }

  /** `dependencies` in other words: the validator takes a key such as `type` there for a keyword. */
  const dependent = ({ dependencies }: JsonObject, path: string, depth: number): JsonObject[] =>
    entriesOf(dependencies).map(([key, one]) => {
      const asked = Array.isArray(one) ? { required: requiredOf({ required: one }) } : check(one, path, depth);
      return mapOf([
        ['if', { type: 'object', required: [key] }],
        ['then', asked],
      ]);
    });

  /** Of keys that can not be matched nothing is known, so they are not refused as unknown ones either. */
  function patternProperties(node: JsonObject, path: string, depth: number): JsonObject {
    if (!isJsonObject(node.patternProperties)) return {};
    const entries = entriesOf(node.patternProperties).map(([source, one]) => [patternOf(source)?.native ?? null, check(one, path, depth)] as const);
    const known = entries.flatMap(([native, one]): [string, unknown][] => (native === null ? [] : [[native, one]]));
    if (known.length === entries.length) return { patternProperties: mapOf(known) };
    warn(path, 'names given by a pattern that can not be matched safely; they are not checked.');
    return { patternProperties: mapOf(known), additionalProperties: true };
  }

  const checked = check(root, '', 0);
  const schema = { ...(typeof checked === 'boolean' ? { allOf: [checked] } : checked), $defs: definitions };
  return { schema, rules: [...rules.values()] };
}

/** A map that holds any name, `__proto__` too. */
function mapOf(entries: readonly [string, unknown][]): JsonObject {
  const map: JsonObject = Object.create(null);
  for (const [key, value] of entries) map[key] = value;
  return map;
}
