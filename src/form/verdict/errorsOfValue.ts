import { isJsonObject, type JsonObject } from '../../core/index.js';
import { branchOfValue } from '../branchOfValue.js';
import { itemAt } from '../listItems.js';
import { isBeside, isRootValue, ownField, sentOf } from '../ownField.js';
import type { FieldErrorCode, FieldPath, FormError, FormField } from '../types.js';
import { errorOfLeaf } from './errorOfLeaf.js';
import { requiredOf } from './keywords.js';
import { requiredTogether } from './requiredTogether.js';

/** Finds what no code is for, at one leaf: the verdict on just that part. */
export type JudgeLeaf = (field: FormField, value: unknown) => boolean;

const error = (path: FieldPath, code: FieldErrorCode, params: FormError['params'] = {}): FormError => ({ path, code, params });

/** What is wrong with a value, at the fields in their order, one error for each. It says why a verdict is no, and does not judge itself. */
export function errorsOfValue(fields: readonly FormField[], schema: JsonObject, value: unknown, judgeLeaf: JudgeLeaf | null): readonly FormError[] {
  const whole = fields.find(isRootValue);
  if (whole !== undefined) return errorsOf(whole, value, judgeLeaf);
  return isJsonObject(value) ? errorsOfObject({ fields, schema, path: [] }, value, judgeLeaf) : [error([], 'type', { type: 'object' })];
}

interface ObjectPart {
  fields: readonly FormField[];
  schema: JsonObject;
  path: FieldPath;
}

/** Errors at its fields, then the keys that it requires or forbids without having a field for them. */
function errorsOfObject({ fields, schema, path }: ObjectPart, value: JsonObject, judgeLeaf: JudgeLeaf | null): readonly FormError[] {
  const ofFields = fields.flatMap((field) => errorsOf(field, sentOf(field, value), judgeLeaf));
  const asked = new Set(fields.filter((field) => !isBeside(field)).map(keyOf));
  const drawn = new Set(fields.filter(({ hidden }) => !hidden).map(keyOf));
  const unasked = requiredOf(schema).filter((key) => !asked.has(key) && !Object.hasOwn(value, key));
  const missing = new Set([...unasked, ...(fields.some(isBeside) ? [] : requiredTogether(schema, value, drawn))]);
  const unknown =
    schema.additionalProperties === false && !isJsonObject(schema.patternProperties) ? Object.keys(value).filter((key) => !declares(schema, key)) : [];
  return [
    ...ofFields,
    ...[...missing]
      .filter((key) => !ofFields.some((one) => one.path.length === path.length + 1 && one.path.at(-1) === key))
      .map((key) => error([...path, key], 'required')),
    ...unknown.map((key) => error([...path, key], 'unknown_key', { key })),
  ];
}

const keyOf = ({ path }: FormField): string => String(path.at(-1));

const declares = ({ properties }: JsonObject, key: string): boolean => isJsonObject(properties) && Object.hasOwn(properties, key);

function errorsOf(field: FormField, value: unknown, judgeLeaf: JudgeLeaf | null): readonly FormError[] {
  if (value === undefined) return errorsOfMissing(field, judgeLeaf);
  if (field.kind === 'choice') return errorsOfChoice(field, value, judgeLeaf);
  if (field.kind === 'object' && isJsonObject(value)) return errorsOfObject(field, value, judgeLeaf);
  if (field.kind === 'list' && Array.isArray(value)) return errorsOfList(field, value, judgeLeaf);
  return errorsOfLeaf(field, value, judgeLeaf);
}

/** Of a required object what is missing in it is named; an optional one that is left out asks for nothing. */
function errorsOfMissing(field: FormField, judgeLeaf: JudgeLeaf | null): readonly FormError[] {
  if (!field.required) return [];
  const inside = field.kind === 'object' ? errorsOfObject(field, {}, judgeLeaf) : [];
  return inside.length > 0 ? inside : [error(field.path, 'required')];
}

function errorsOfChoice(choice: FormField, value: unknown, judgeLeaf: JudgeLeaf | null): readonly FormError[] {
  const branch = branchOfValue(choice, value);
  if (branch === null) return [error(choice.path, isJsonObject(value) ? 'required' : 'type', isJsonObject(value) ? {} : { type: 'object' })];
  const own = ownField(choice, branch);
  if (own !== null) return errorsOfOwn(choice, own, value, judgeLeaf);
  return isJsonObject(value)
    ? errorsOfObject({ fields: branch.fields, schema: schemaOfBranch(choice, branch.index), path: choice.path }, value, judgeLeaf)
    : [];
}

/** Of a value that is no object nothing tells from which branch it came: there is nothing wrong with it where it fits one of them. */
function errorsOfOwn(choice: FormField, own: FormField, value: unknown, judgeLeaf: JudgeLeaf | null): readonly FormError[] {
  const found = errorsOf(own, value, judgeLeaf);
  if (found.length === 0) return found;
  const others = choice.branches.flatMap((branch) => ownField(choice, branch) ?? []).filter((one) => one !== own);
  return others.some((one) => errorsOf(one, value, judgeLeaf).length === 0) ? [] : found;
}

function schemaOfBranch({ schema }: FormField, index: number): JsonObject {
  const branches = Array.isArray(schema.oneOf) ? schema.oneOf : schema.anyOf;
  const found: unknown = Array.isArray(branches) ? branches[index] : null;
  return isJsonObject(found) ? found : {};
}

function errorsOfList(list: FormField, values: readonly unknown[], judgeLeaf: JudgeLeaf | null): readonly FormError[] {
  const { items: _, ...own } = list.schema;
  const whole = errorOfLeaf(own, values);
  const inside = list.items === null ? [] : values.flatMap((value, index) => errorsOf(itemAt(list, index), value, judgeLeaf));
  return whole === null ? inside : [{ path: list.path, ...whole }, ...inside];
}

function errorsOfLeaf(field: FormField, value: unknown, judgeLeaf: JudgeLeaf | null): readonly FormError[] {
  const found = errorOfLeaf({ ...field.schema }, value);
  if (found === null) return judgeLeaf === null || judgeLeaf(field, value) ? [] : [error(field.path, 'invalid')];
  const code = field.kind === 'json' && found.code === 'type' && typeof value === 'string' ? 'json' : found.code;
  return [{ path: field.path, code, params: code === 'json' ? {} : found.params }];
}
