import { isJsonObject, type JsonObject } from '../../core/index.js';
import { constantOf } from '../constants.js';
import { lazily } from '../lazily.js';
import { nameFromKey } from '../nameFromKey.js';
import type { FieldBranch, FormField } from '../types.js';
import { type CompileContext, type FieldAt, MAX_DEPTH } from './compileContext.js';
import { compileField } from './compileField.js';
import { compileFields } from './compileFields.js';
import { createField } from './createField.js';
import { optionsOf } from './fieldKind.js';
import { textIn } from './fieldWords.js';
import { resolveSchema } from './resolveSchema.js';
import { mainType } from './schemaTypes.js';

/** The object beside whose properties a choice stands. */
export interface Beside {
  required: ReadonlySet<unknown>;
  declared: ReadonlySet<string>;
}

/** One of the schemas of a `oneOf`, resolved. */
export interface Alternative {
  index: number;
  schema: JsonObject;
  refs: readonly string[];
}

/** Whether a schema's alternatives ask for something each: a mere "either this or that is required" is the validator's. */
export const asksForm = (alternatives: readonly Alternative[]): boolean => alternatives.some(({ schema }) => asksSomething(schema));

const asksSomething = (schema: JsonObject): boolean =>
  (isJsonObject(schema.properties) && Object.keys(schema.properties).length > 0) ||
  Array.isArray(schema.oneOf) ||
  Array.isArray(schema.anyOf) ||
  Array.isArray(schema.enum) ||
  Object.hasOwn(schema, 'const') ||
  !['object', null].includes(mainType(schema));

/** The alternatives of a schema, without that of null. */
export function alternativesIn({ oneOf, anyOf }: JsonObject, { refs }: Pick<FieldAt, 'refs'>, context: CompileContext): Alternative[] {
  const listed: unknown = Array.isArray(oneOf) ? oneOf : anyOf;
  if (!Array.isArray(listed)) return [];
  return listed.flatMap((raw: unknown, index) => {
    if (!isJsonObject(raw) || raw.type === 'null') return [];
    const resolved = resolveSchema(raw, context, refs);
    return [{ index, ...('problem' in resolved ? { schema: raw, refs } : resolved) }];
  });
}

interface NewChoiceAt extends FieldAt {
  alternatives: readonly Alternative[];
  beside?: Beside;
}

/** A `oneOf` or `anyOf` as a choice. What an alternative asks for is compiled when it is first looked at: most are never chosen. */
export function compileChoice(schema: JsonObject, { alternatives, ...at }: NewChoiceAt, context: CompileContext): FormField {
  const telling = tellingKey(alternatives);
  const branches = at.depth >= MAX_DEPTH ? [] : alternatives.flatMap((alternative) => compileBranch(alternative, schema, { ...at, telling }, context));
  const named = branches.map((branch, index) => withLabel(branch, telling, index));
  const offered = named.filter(({ hidden }) => !hidden).length;
  const label = at.beside === undefined || telling === null ? at.label : nameFromKey(telling);
  const titled = at.beside === undefined || telling === null ? schema : { ...schema, title: undefined };
  const field = createField(titled, { ...at, label }, { kind: 'choice', schema });
  field.label ||= named.map((branch) => branch.label).join(' / ');
  field.branches = named;
  field.display = schema.display_type === 'radio' || schema.display_type === 'dropdown' ? schema.display_type : offered <= 3 ? 'radio' : 'dropdown';
  return field;
}

/** The first key that is one value in every object among the alternatives. */
function tellingKey(alternatives: readonly Alternative[]): string | null {
  const objects = alternatives.map(({ schema }) => schema.properties).filter(isJsonObject);
  const [first, ...others] = objects;
  return (
    Object.keys(first ?? {}).find((key) => [...(first === undefined ? [] : [first]), ...others].every((properties) => isOneValue(properties, key))) ?? null
  );
}

function isOneValue(properties: JsonObject, key: string): boolean {
  const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
  return isJsonObject(property) && (Object.hasOwn(property, 'const') || (Array.isArray(property.enum) && property.enum.length === 1));
}

interface ChoiceAt extends FieldAt {
  telling: string | null;
  beside?: Beside;
}

function compileBranch({ index, schema, refs }: Alternative, choice: JsonObject, at: ChoiceAt, context: CompileContext): FieldBranch[] {
  const branchAt = { ...at, refs, draftPath: [...at.draftPath, 'drafts', String(index)], depth: at.depth + 1, grouped: false, isTelling: false, isItem: false };
  const words = {
    index,
    label: textIn(schema.title) ?? '',
    valueType: null,
    help: textIn(schema.description),
    hidden: schema.airbyte_hidden === true,
    oauth: isOAuth(index, at, context),
  };
  if (isObjectBranch(schema, choice)) {
    const { telling, beside, secret } = at;
    const outer = beside === undefined ? {} : { alsoRequired: requiredHere(schema, beside), declared: beside.declared };
    const inside = { ...branchAt, telling, ...outer, secret: secret || schema.airbyte_secret === true };
    return [lazily<FieldBranch, 'fields'>({ ...words, fields: [] }, 'fields', () => compileFields(schema, inside, context))];
  }
  if (at.beside !== undefined) return []; // Not an object, where only an object can be meant.
  const { airbyte_hidden: _, ...own } = 'type' in schema || choice.type === undefined ? schema : { type: choice.type, ...schema };
  const compileOwn = () => {
    const field = compileField(own, { ...branchAt, required: at.required }, context);
    field.folded = false;
    return [field];
  };
  const named = words.label === '' ? namedByType(own) : {};
  return [lazily<FieldBranch, 'fields'>({ ...words, ...named, fields: [] }, 'fields', compileOwn)];
}

const isOAuth = (index: number, { path }: FieldAt, { oauth }: CompileContext): boolean =>
  oauth !== null && oauth.index === index && oauth.path.length === path.length && oauth.path.every((key, place) => key === path[place]);

/** A value without a title is named by its type; one that can only be this or that, by what it can be. */
function namedByType(schema: JsonObject): Pick<FieldBranch, 'label' | 'valueType'> {
  const options = optionsOf(schema);
  if (options.length > 0 && options.length <= 3) return { label: options.map(({ label }) => label).join(' / '), valueType: null };
  const valueType = mainType(schema);
  return { label: nameFromKey(valueType ?? ''), valueType };
}

/** What the object around requires counts for the properties of a branch, too. */
const requiredHere = ({ properties }: JsonObject, { required }: Beside): ReadonlySet<unknown> =>
  new Set(Object.keys(isJsonObject(properties) ? properties : {}).filter((key) => required.has(key)));

function isObjectBranch(schema: JsonObject, choice: JsonObject): boolean {
  if (isJsonObject(schema.properties) && Object.keys(schema.properties).length > 0) return true;
  if (Array.isArray(schema.oneOf) || Array.isArray(schema.anyOf) || Array.isArray(schema.enum) || Object.hasOwn(schema, 'const')) return false;
  const type = mainType(schema) ?? mainType({ type: choice.type });
  return type === 'object' || (type === null && choice.properties !== undefined);
}

/** A branch without a title is named by its constant, else by what it asks first. */
function withLabel(branch: FieldBranch, telling: string | null, place: number): FieldBranch {
  if (branch.label === '') branch.label = nameOfBranch(branch, telling, place);
  return branch;
}

function nameOfBranch(branch: FieldBranch, telling: string | null, place: number): string {
  const constant = branch.fields.find((field) => String(field.path.at(-1)) === telling && constantOf(field) !== null);
  const value = constant === undefined ? undefined : constantOf(constant)?.value;
  if (value !== undefined) return /^[a-z0-9]+(?:[_-][a-z0-9]+)*$/i.test(String(value)) ? nameFromKey(String(value)) : String(value);
  const asked = branch.fields.filter(({ hidden, path }) => !hidden && typeof path.at(-1) === 'string').map(({ label }) => label);
  return asked.slice(0, 2).join(', ') || String(place + 1);
}
