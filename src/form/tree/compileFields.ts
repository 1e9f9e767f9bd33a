import { isJsonObject, type JsonObject } from '../../core/index.js';
import { fitsPlainPattern } from '../plainPattern.js';
import type { FormField } from '../types.js';
import { alternativesIn, asksForm, compileChoice } from './compileChoice.js';
import type { At, CompileContext } from './compileContext.js';
import { compileField } from './compileField.js';
import { inOrder } from './fieldOrder.js';
import { choicesLeftIn } from './mergeSchemas.js';
import { isPlaceSchema } from './places.js';

/** Where an object stands, and what its parent knows of it. */
export interface ObjectAt extends At {
  /** What the object around a branch requires. */
  alsoRequired?: ReadonlySet<unknown>;
  /** Property that tells branches apart: one value is a constant there, whether it is required or not. */
  telling?: string | null;
  /** Names that the object around a branch declares. */
  declared?: ReadonlySet<string>;
}

/** The fields of an object schema, in the order in which they are asked. */
export function compileFields(schema: JsonObject, at: ObjectAt, context: CompileContext): FormField[] {
  const required = new Set<unknown>([...(Array.isArray(schema.required) ? schema.required : []), ...(at.alsoRequired ?? [])]);
  const properties = Object.entries(isJsonObject(schema.properties) ? schema.properties : {});
  const grouped = at.path.length === 0 || (at.path.length === 1 && isPlaceSchema(isJsonObject(context.root) ? context.root : {}));
  const fields = properties.flatMap(([key, property]) =>
    compileProperty(property, { ...at, key, required: required.has(key), grouped, isTelling: at.telling === key }, context),
  );
  const besides: FormField[] = [];
  for (const choice of choicesOf(schema)) {
    const taken = [...properties.map(([key]) => key), ...besides.map(({ draftPath }) => String(draftPath.at(-1)))];
    const beside = compileBeside(choice, { ...at, properties, required, taken }, context);
    if (beside !== null) besides.push(beside);
  }
  const names = new Set([...properties.map(([key]) => key), ...(at.declared ?? []), ...besides.flatMap(({ branches }) => branches.flatMap(namesOf))]);
  const inAll = new Set(besides.flatMap((beside) => [...namesInAll(beside)]));
  return inOrder([...fields.filter(({ path }) => !inAll.has(String(path.at(-1)))), ...besides, ...undeclared(schema, names, at, context)]);
}

interface PropertyAt extends ObjectAt {
  key: string;
  required: boolean;
  grouped: boolean;
  isTelling: boolean;
}

function compileProperty(property: unknown, { key, required, grouped, isTelling, ...at }: PropertyAt, context: CompileContext): FormField[] {
  const path = [...at.path, key];
  if (property === true && required) return compileProperty({}, { ...at, key, required, grouped, isTelling }, context);
  if (!isJsonObject(property)) {
    if (typeof property !== 'boolean') context.warn(path, 'is no schema, so it is not asked');
    return [];
  }
  const { refs, secret, depth } = at;
  return [
    compileField(property, { path, draftPath: [...at.draftPath, key], depth: depth + 1, refs, secret, required, grouped, isTelling, label: null }, context),
  ];
}

/** The choices beside the properties of an object: its own, and those of its parts. */
function choicesOf(schema: JsonObject): readonly JsonObject[] {
  const second = Array.isArray(schema.oneOf) && Array.isArray(schema.anyOf) ? [{ anyOf: schema.anyOf }] : [];
  return [schema, ...second, ...choicesLeftIn(schema)];
}

interface BesideAt extends ObjectAt {
  properties: readonly [string, unknown][];
  required: ReadonlySet<unknown>;
  /** Draft keys of the properties and of other choices. */
  taken: readonly string[];
}

/** A `oneOf` beside the properties of an object: a choice at the path of the object itself. */
function compileBeside(schema: JsonObject, { properties, required, taken, ...at }: BesideAt, context: CompileContext): FormField | null {
  const alternatives = alternativesIn(schema, at, context);
  if (!asksForm(alternatives)) return null;
  const declared = new Set([...properties.map(([key]) => key), ...(at.declared ?? [])]);
  const own = at.path.at(-1);
  let key = '$choice';
  while (key === own || taken.includes(key)) key = `$${key}`;
  const { default: _default, description: _description, order: _order, group: _group, ...choice } = schema;
  return compileChoice(
    choice,
    { ...at, draftPath: [...at.draftPath, key], required: true, grouped: false, isTelling: false, label: null, alternatives, beside: { required, declared } },
    context,
  );
}

const namesOf = ({ fields }: FormField['branches'][number]): string[] => fields.map(({ path }) => String(path.at(-1)));

/** Properties that every branch declares again: they are asked there. */
function namesInAll({ branches }: FormField): ReadonlySet<string> {
  const [first, ...others] = branches.map((branch) => new Set(namesOf(branch)));
  return new Set([...(first ?? [])].filter((name) => others.every((names) => names.has(name))));
}

/** What is required but not among the properties: without a field for it the form could not be completed. */
function undeclared(schema: JsonObject, names: ReadonlySet<string>, at: ObjectAt, context: CompileContext): FormField[] {
  const { required } = schema;
  if (!Array.isArray(required)) return [];
  const missing = [...new Set(required)].filter((key): key is string => typeof key === 'string' && !names.has(key));
  return missing.flatMap((key) => {
    const described = schemaOfUnnamed(schema, key);
    if (described === false) return [];
    if (described === null) context.warn([...at.path, key], 'is required but not described, so it is asked as text');
    return compileProperty(described ?? {}, { ...at, key, required: true, grouped: false, isTelling: false }, context);
  });
}

/** What an object says of a key that is none of its properties; null for nothing, false where it may not be there. */
function schemaOfUnnamed({ patternProperties, additionalProperties }: JsonObject, key: string): JsonObject | false | null {
  const byPattern = Object.entries(isJsonObject(patternProperties) ? patternProperties : {}).filter(([pattern]) => fitsPlainPattern(pattern, key) === true);
  const schemas = byPattern.length > 0 ? byPattern.map(([, schema]) => schema) : [additionalProperties];
  if (schemas.includes(false)) return false;
  const [first, ...others] = schemas.filter(isJsonObject);
  if (first === undefined) return null;
  return others.length === 0 ? first : { allOf: [first, ...others] };
}
