import { isJsonObject } from '../core/index.js';
import { constantOf } from './constants.js';
import { isSameJson } from './isSameJson.js';
import { isBeside, ownField } from './ownField.js';
import { notedBranch } from './sentBranches.js';
import { allowsType } from './tree/schemaTypes.js';
import type { FieldBranch, FormField } from './types.js';
import { ownValue } from './values.js';

/** How deep a value is compared with a branch: enough to tell branches apart, and bounded for hostile ones. */
const MAX_DEPTH = 3;
const NEVER = Number.NEGATIVE_INFINITY;
/** What a constant weighs that tells branches apart: more than all else together. */
const TOLD = 1000;
const NOTHING: ReadonlySet<string> = new Set();

/**
 * The branch to which a value of a choice belongs, as sent: by the constant that tells the branches apart; where none does, the one from
 * which this very object was made, else the one that fits best by its required keys and types. Null where none can be meant: a constant that is there and
 * is no branch's belongs to another version of the schema, and to take it for one of these would change how the connector signs in.
 */
export function branchOfValue(choice: FormField, value: unknown): FieldBranch | null {
  return bestBranch(choice, value, 0).branch;
}

function bestBranch(choice: FormField, value: unknown, depth: number): { branch: FieldBranch | null; score: number } {
  let best: { branch: FieldBranch | null; score: number } = { branch: null, score: NEVER };
  if (value === undefined) return best;
  const telling = tellingKeys(choice);
  const told = toldBranch(choice, telling, value);
  if (told !== undefined) return { branch: told, score: scoreOfObject(told.fields, value, depth, NOTHING) };
  for (const branch of choice.branches) {
    const own = ownField(choice, branch);
    if (own === null && isForeign(branch, telling, value)) continue;
    const score = own === null ? scoreOfObject(branch.fields, value, depth, telling) : scoreOf(own, value, depth);
    if (score > best.score) best = { branch, score };
  }
  return best;
}

/** The one branch whose constants a value has; else, where its constants speak against none, that from which this very object was made. */
function toldBranch(choice: FormField, telling: ReadonlySet<string>, value: unknown): FieldBranch | undefined {
  const told = choice.branches.filter((branch) => isTold(choice, branch, telling, value));
  if (told.length === 1) return told[0];
  const noted = notedBranch(value, choice);
  return choice.branches.find((branch) => branch.index === noted && !isForeign(branch, telling, value));
}

/** Whether a value has the constants by which this branch is told from the others. */
function isTold(choice: FormField, branch: FieldBranch, telling: ReadonlySet<string>, value: unknown): boolean {
  if (telling.size === 0 || ownField(choice, branch) !== null) return false;
  const constants = branch.fields.filter((field) => telling.has(keyOf(field)));
  return constants.every((field) => isSameJson(constantOf(field)?.value, ownValue(value, keyOf(field))));
}

/** Whether a value has constants by which branches are told apart, and none of them is this branch's. */
function isForeign({ fields }: FieldBranch, telling: ReadonlySet<string>, value: unknown): boolean {
  const given = fields.filter((field) => telling.has(keyOf(field)) && ownValue(value, keyOf(field)) !== undefined);
  return given.length > 0 && given.every((field) => !isSameJson(constantOf(field)?.value, ownValue(value, keyOf(field))));
}

const known = new WeakMap<FormField, ReadonlySet<string>>();

/** As found once: a choice is asked often. */
function tellingKeys(choice: FormField): ReadonlySet<string> {
  const found = known.get(choice) ?? findTellingKeys(choice);
  known.set(choice, found);
  return found;
}

/** The keys that are constant in every object branch: a difference there is a different branch, whatever else agrees. */
function findTellingKeys(choice: FormField): ReadonlySet<string> {
  const keys = choice.branches
    .filter((branch) => ownField(choice, branch) === null)
    .map(({ fields }) => new Set(fields.filter((field) => constantOf(field) !== null).map(keyOf)));
  const [first, ...others] = keys;
  return new Set([...(first ?? [])].filter((key) => others.every((other) => other.has(key))));
}

const keyOf = ({ path }: FormField): string => String(path.at(-1));

function scoreOfObject(fields: readonly FormField[], value: unknown, depth: number, telling: ReadonlySet<string>): number {
  if (!isJsonObject(value)) return NEVER;
  const beside = fields.find(isBeside);
  const inner = beside === undefined ? null : bestBranch(beside, value, depth + 1);
  const own = fields.filter((field) => field !== beside);
  const known = new Set([...own, ...(inner?.branch?.fields ?? [])].map(keyOf));
  const unknown = Object.keys(value).filter((key) => !known.has(key)).length;
  return own.reduce((sum, field) => sum + scoreOfProperty(field, ownValue(value, keyOf(field)), depth, telling), -unknown);
}

function scoreOfProperty(field: FormField, value: unknown, depth: number, telling: ReadonlySet<string>): number {
  if (value === undefined) return !field.required ? 0 : telling.has(keyOf(field)) ? -TOLD : -60;
  const constant = constantOf(field);
  if (constant !== null) {
    const weight = telling.has(keyOf(field)) ? TOLD : 50;
    return isSameJson(constant.value, value) ? weight : -weight;
  }
  const score = depth >= MAX_DEPTH ? 1 : scoreOf(field, value, depth + 1);
  return score === NEVER ? -30 : 1 + Math.min(Math.max(score, -10), 10) / 20;
}

/** How well a value fits a field; never, when its type can not be meant. */
function scoreOf(field: FormField, value: unknown, depth: number): number {
  const constant = constantOf(field);
  if (constant !== null) return isSameJson(constant.value, value) ? 50 : NEVER;
  if (field.kind === 'choice') return bestBranch(field, value, depth).score;
  if (!allowsType({ ...field.schema, default: undefined }, value)) return NEVER; // A default alone asks for no type.
  if (field.kind === 'object' && isJsonObject(value)) return scoreOfObject(field.fields, value, depth, NOTHING);
  if (Array.isArray(value)) return field.kind === 'tags' && !value.every((item) => fitsOptions(field, item)) ? -10 : scoreOfItems(field, value, depth);
  if (field.kind === 'select') return fitsOptions(field, value) ? 8 : NEVER;
  return field.kind === 'json' ? 1 : 5;
}

function scoreOfItems({ items }: FormField, values: readonly unknown[], depth: number): number {
  const first = values[0];
  if (items === null || first === undefined || depth >= MAX_DEPTH) return 1;
  const score = scoreOf(items, first, depth + 1);
  return score < 0 ? Math.max(score, -10) : 5;
}

const fitsOptions = ({ options }: FormField, value: unknown): boolean => options.length === 0 || options.some((option) => option.value === value);
