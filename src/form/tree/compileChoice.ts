import { isJsonObject, type JsonObject } from '../../core/index.js';
import { lazily } from '../lazily.js';
import { nameFromKey } from '../nameFromKey.js';
import type { FieldBranch, FormField } from '../types.js';
import { namedBranches } from './branchNames.js';
import { type CompileContext, type FieldAt, MAX_DEPTH } from './compileContext.js';
import { compileField } from './compileField.js';
import { compileFields } from './compileFields.js';
import { createField } from './createField.js';
import { optionsOf } from './fieldKind.js';
import { textIn } from './fieldWords.js';
import { resolveSchema } from './resolveSchema.js';
import { mainType } from './schemaTypes.js';
import { tellingKey } from './tellingKey.js';

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
  const branchAt = { ...at, telling, hasObjects: alternatives.some(hasProperties) };
  const branches = at.depth >= MAX_DEPTH ? [] : alternatives.flatMap((alternative) => compileBranch(alternative, schema, branchAt, context));
  const named = namedBranches(branches, alternatives, telling);
  const offered = named.filter(({ hidden }) => !hidden).length;
  const label = at.beside === undefined || telling === null ? at.label : nameFromKey(telling);
  const titled = at.beside === undefined || telling === null ? schema : { ...schema, title: undefined };
  const field = createField(titled, { ...at, label }, { kind: 'choice', schema });
  field.label ||= named.map((branch) => branch.label).join(' / ');
  field.branches = named;
  field.display = schema.display_type === 'radio' || schema.display_type === 'dropdown' ? schema.display_type : offered <= 3 ? 'radio' : 'dropdown';
  return field;
}

interface ChoiceAt extends FieldAt {
  telling: string | null;
  /** Some alternative has properties. */
  hasObjects: boolean;
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
  if (isObjectBranch(schema, choice, at)) {
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
  if (typeof schema.format === 'string' && mainType(schema) === 'string') return { label: nameFromKey(schema.format), valueType: null };
  const valueType = mainType(schema);
  return { label: nameFromKey(valueType ?? ''), valueType };
}

/** What the object around requires counts for the properties of a branch, too. */
const requiredHere = ({ properties }: JsonObject, { required }: Beside): ReadonlySet<unknown> =>
  new Set(Object.keys(isJsonObject(properties) ? properties : {}).filter((key) => required.has(key)));

const hasProperties = ({ schema: { properties } }: Pick<Alternative, 'schema'>): boolean => isJsonObject(properties) && Object.keys(properties).length > 0;

/** An object without properties says "nothing" beside those that ask for something; else it is one of any keys. */
function isObjectBranch(schema: JsonObject, choice: JsonObject, { hasObjects }: ChoiceAt): boolean {
  if (hasProperties({ schema })) return true;
  if (Array.isArray(schema.oneOf) || Array.isArray(schema.anyOf) || Array.isArray(schema.enum) || Object.hasOwn(schema, 'const')) return false;
  const type = mainType(schema) ?? mainType({ type: choice.type });
  const isFree = isJsonObject(schema.additionalProperties) || (!hasObjects && schema.additionalProperties !== false);
  return (type === 'object' && !isFree) || (type === null && choice.properties !== undefined);
}
