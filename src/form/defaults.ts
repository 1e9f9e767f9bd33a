import { isJsonObject, type JsonObject } from '../core/index.js';
import { constantOf } from './constants.js';
import { isSameJson } from './isSameJson.js';
import { keepsRules } from './keepsRules.js';
import { numberIn } from './numberIn.js';
import { isBeside, ownField } from './ownField.js';
import { allowsType } from './tree/schemaTypes.js';
import type { FieldBranch, FormField, FormValues } from './types.js';
import { ownValue } from './values.js';

/** The draft of an untouched form: the schema's defaults, the first branch of each choice, nothing else. */
export const defaultsOf = (fields: readonly FormField[]): FormValues => withDefaults(fields, undefined);

/** The draft of one untouched field; undefined where it has no default. */
export const fieldDefault = (field: FormField): unknown => defaultDraft(field, field.schema.default);

/** The draft of a branch that is chosen first. */
export function branchDefaults(choice: FormField, branch: FieldBranch, given?: unknown): unknown {
  const own = ownField(choice, branch);
  if (own !== null) return defaultDraft(own, given === undefined ? own.schema.default : given);
  return withDefaults(branch.fields, isJsonObject(given) ? given : undefined);
}

/** @param given What the default of the object around them says; it wins over the fields' own. */
function withDefaults(fields: readonly FormField[], given: JsonObject | undefined): JsonObject {
  const entries = fields.flatMap((field): [string, unknown][] => {
    const outer = isBeside(field) ? given : ownValue(given, String(field.path.at(-1)));
    const draft = defaultDraft(field, outer === undefined ? field.schema.default : outer);
    return draft === undefined ? [] : [[String(field.draftPath.at(-1)), draft]];
  });
  return Object.fromEntries(entries);
}

function defaultDraft(field: FormField, given: unknown): unknown {
  if (constantOf(field) !== null) return undefined;
  if (field.kind === 'object') return withDefaults(field.fields, isJsonObject(given) ? given : undefined);
  if (field.kind === 'choice') return defaultChoice(field, given);
  const value = fitting(field, given);
  if (value !== undefined) return value;
  if (field.kind === 'list') return field.required ? [] : undefined;
  return field.kind === 'switch' && field.required ? false : undefined;
}

/** `default` is the constant or the title of a branch, or a whole value; else the first that is offered is chosen. */
function defaultChoice(field: FormField, given: unknown): unknown {
  const shown = field.branches.filter(({ hidden }) => !hidden);
  const offered = shown.length > 0 ? shown : field.branches; // Where all are hidden, one has to be taken all the same.
  const branch = branchMeantBy(field, offered, given) ?? offered[0];
  if (branch === undefined) return undefined;
  return { branch: branch.index, drafts: { [String(branch.index)]: branchDefaults(field, branch, ownField(field, branch) ? given : objectOrNothing(given)) } };
}

const objectOrNothing = (given: unknown): unknown => (isJsonObject(given) ? given : undefined);

function branchMeantBy(field: FormField, offered: readonly FieldBranch[], given: unknown): FieldBranch | null {
  if (given === undefined || given === null) return null;
  const meant = offered.find(({ fields }) => fields.some((inner) => constantOf(inner)?.value === given)) ?? offered.find(({ label }) => label === given);
  return meant ?? offered.find((branch) => isWhole(field, branch, given)) ?? null;
}

/** Whether a whole value can be meant for a branch: it has its constants, and no key that the branch does not ask for. */
function isWhole(field: FormField, branch: FieldBranch, given: unknown): boolean {
  const own = ownField(field, branch);
  if (own !== null) return allowsType({ ...own.schema }, given);
  const keys = new Map(branch.fields.map((inner) => [String(inner.path.at(-1)), inner]));
  return (
    isJsonObject(given) && Object.keys(given).every((key) => keys.has(key)) && [...keys].every(([key, inner]) => fitsConstant(inner, ownValue(given, key)))
  );
}

function fitsConstant(field: FormField, given: unknown): boolean {
  const constant = constantOf(field);
  return constant === null || isSameJson(constant.value, given);
}

/** A default of the wrong type, or that breaks the rules of its own schema, is no default; a number in quotes is one. */
function fitting(field: FormField, given: unknown): unknown {
  const value = ofKind(field, given);
  const { items } = field.schema;
  if (Array.isArray(value)) return field.kind === 'tags' && isJsonObject(items) && !value.every((item) => keepsRules(items, item)) ? undefined : value;
  return keepsRules(field.schema, value) ? value : undefined;
}

function ofKind(field: FormField, given: unknown): unknown {
  switch (field.kind) {
    case 'number':
      return numberOf(given);
    case 'switch':
      return typeof given === 'boolean' ? given : undefined;
    case 'select':
      return field.options.some(({ value }) => value === given) ? given : undefined;
    case 'tags':
      return Array.isArray(given) && given.every((item) => typeof item === 'string' || typeof item === 'number') ? given : undefined;
    case 'list':
      return Array.isArray(given) ? given.map((item) => (field.items === null ? item : defaultDraft(field.items, item))) : undefined;
    case 'json':
      return field.schema.type === 'object' && !isJsonObject(given) ? undefined : given;
    default:
      return typeof given === 'string' ? given : undefined;
  }
}

function numberOf(given: unknown): number | undefined {
  if (typeof given === 'number') return given;
  return typeof given === 'string' ? (numberIn(given) ?? undefined) : undefined;
}
