import { isJsonObject, type JsonObject } from '../core/index.js';
import { chosenIn } from './branches.js';
import { branchOfValue } from './branchOfValue.js';
import { cleanValue } from './cleanValue.js';
import { constantOf } from './constants.js';
import { fieldDefault } from './defaults.js';
import { isIncomplete } from './isIncomplete.js';
import { isSameJson } from './isSameJson.js';
import { isBeside, isRootValue, ownField, ROOT_VALUE } from './ownField.js';
import { SavedSecret, savedOf } from './savedValue.js';
import { noteBesides, noteBranch } from './sentBranches.js';
import { allowsType } from './tree/schemaTypes.js';
import type { FieldBranch, FormField, FormValues } from './types.js';
import { unknownEntries } from './unknownEntries.js';
import { ownValue } from './values.js';

/** A saved value in a box; null in a draft that was not made from one. */
type Saved = { value: unknown } | null;

/**
 * What is sent of a whole draft. A configuration that is no object, where the schema asks for nothing and so allows that, goes back as it came.
 */
export function submitRoot(fields: readonly FormField[], draft: FormValues): JsonObject {
  const whole = fields.find(isRootValue);
  const saved = savedOf(draft);
  if (whole !== undefined) {
    const value = submitField(whole, ownValue(draft, ROOT_VALUE), saved);
    // SAFETY: where the schema asks for something else than an object, that is what a configuration is.
    return (whole.kind === 'json' ? (value ?? {}) : value) as JsonObject;
  }
  const sent = submitObject(fields, draft);
  if (saved === null || isJsonObject(saved.value) || Object.keys(sent).length > 0) return sent;
  // SAFETY: `fromSaved` was given this value as a configuration, so its caller takes it for one.
  return saved.value as JsonObject;
}

/** What is sent of the fields of an object. `saved` is what the object was; keys of it that are no field are kept. */
export function submitObject(fields: readonly FormField[], draft: unknown): JsonObject {
  const saved = savedOf(draft);
  const entries = submitFields(fields, draft, saved);
  const sent = Object.fromEntries(isJsonObject(saved?.value) ? [...unknownEntries(fields, draft, saved.value), ...entries] : entries);
  noteBesides(fields, draft, sent);
  return sent;
}

function submitFields(fields: readonly FormField[], draft: unknown, saved: Saved): [string, unknown][] {
  return fields.flatMap((field): [string, unknown][] => {
    const inner = ownValue(draft, String(field.draftPath.at(-1)));
    if (isBeside(field)) return submitBeside(field, inner);
    const key = String(field.path.at(-1));
    const value = submitField(field, inner, saved && childOf(saved.value, key));
    return value === undefined ? [] : [[key, value]];
  });
}

const childOf = (node: unknown, key: string): Saved => ({ value: ownValue(node, key) });

/** The chosen branch of a choice that stands among the properties of an object. */
function submitBeside(field: FormField, draft: unknown): [string, unknown][] {
  const branch = chosenIn(field, draft);
  if (branch === null) return [];
  const inner = ownValue(ownValue(draft, 'drafts'), String(branch.index));
  return submitFields(branch.fields, inner, savedOf(inner));
}

/** What is sent of one field; undefined leaves it out. */
export function submitField(field: FormField, draft: unknown, saved: Saved): unknown {
  const constant = constantOf(field);
  if (constant !== null) return submitConstant(field, constant.value, saved);
  if (draft instanceof SavedSecret) return draft.open();
  if (saved !== null && saved.value !== undefined && isUntouched(draft, saved.value)) return saved.value;
  switch (field.kind) {
    case 'object':
      return submitOptional(field, draft, submitObjectField(field, draft, saved));
    case 'choice':
      return submitOptional(field, draft, submitChoice(field, draft));
    case 'list':
      return submitList(field, draft, saved);
    default:
      return draft === undefined && field.hidden && saved === null ? fieldDefault(field) : cleanValue(field, draft);
  }
}

/**
 * A constant stays as it was saved, also one of another version of the schema: only what was newly begun or chosen gets this schema's. One
 * that its own type forbids (`const: null` of a text) is sent only where it is required: no value with it is valid.
 */
function submitConstant({ required, schema }: FormField, constant: unknown, saved: Saved): unknown {
  if (saved === null) return required || allowsType({ ...schema }, constant) ? constant : undefined;
  return saved.value === undefined && required ? constant : saved.value;
}

/** Whether a draft that keeps no box of its own is what was saved. */
function isUntouched(draft: unknown, saved: unknown): boolean {
  if (draft instanceof SavedSecret) return isSameJson(draft.open(), saved);
  if (!Array.isArray(draft) || !Array.isArray(saved)) return savedOf(draft) === null && isSameJson(draft, saved);
  return draft.length === saved.length && draft.every((item, place) => isUntouched(item, saved[place]));
}

function submitObjectField(field: FormField, draft: unknown, saved: Saved): unknown {
  if (draft !== undefined && draft !== null && !isJsonObject(draft)) return draft;
  if (saved !== null && saved.value === undefined && (draft === undefined || draft === null)) return undefined;
  const sent = submitObject(field.fields, draft);
  return Object.keys(sent).length > 0 || field.required || isSameJson(savedOf(draft)?.value, {}) ? sent : undefined;
}

function submitChoice(field: FormField, draft: unknown): unknown {
  const branch = chosenIn(field, draft);
  const saved = savedOf(draft);
  if (branch === null) return saved?.value;
  const inner = ownValue(ownValue(draft, 'drafts'), String(branch.index));
  const own = ownField(field, branch);
  if (own === null) return isJsonObject(inner) || inner === undefined ? submitBranch(field, branch, inner) : inner;
  return submitField(own, inner, saved !== null && branchOfValue(field, saved.value)?.index === branch.index ? saved : null);
}

function submitBranch(field: FormField, branch: FieldBranch, draft: unknown): JsonObject {
  const sent = submitObject(branch.fields, draft);
  noteBranch(sent, field, branch.index);
  return sent;
}

/** An optional part in which nothing was typed, and that says nothing or could not stand as it is, is left out: it would only be reported as wrong. */
function submitOptional(field: FormField, draft: unknown, sent: unknown): unknown {
  if (sent === undefined || field.required || savedOf(draft) !== null) return sent;
  if (!isIncomplete(field, sent) && !isSameJson(sent, {})) return sent;
  return isSameJson(sent, untouched(field)) ? undefined : sent;
}

const untouchedOf = new WeakMap<FormField, unknown>();

function untouched(field: FormField): unknown {
  if (!untouchedOf.has(field)) {
    const draft = fieldDefault(field);
    untouchedOf.set(field, field.kind === 'choice' ? submitChoice(field, draft) : submitObjectField(field, draft, null));
  }
  return untouchedOf.get(field);
}

function submitList(field: FormField, draft: unknown, saved: Saved): unknown {
  if (!Array.isArray(draft)) return draft === null || draft === '' ? undefined : draft;
  const before: readonly unknown[] = Array.isArray(saved?.value) ? saved.value : [];
  const { items } = field;
  if (items === null) return draft;
  const sent = draft.map((item) => {
    const same = before.find((one) => isUntouched(item, one));
    return submitField(items, item, same === undefined ? null : { value: same });
  });
  const given = sent.filter((item) => item !== undefined);
  return given.length > 0 || field.required || (Array.isArray(saved?.value) && before.length === 0) ? given : undefined;
}
