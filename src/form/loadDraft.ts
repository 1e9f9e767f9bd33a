import { isJsonObject, type JsonObject } from '../core/index.js';
import { branchOfValue } from './branchOfValue.js';
import { isRootValue, ownField, sentOf } from './ownField.js';
import { SAVED, SavedSecret, SavedValue } from './savedValue.js';
import type { FieldBranch, FormField, FormValues } from './types.js';

/** The draft of a saved configuration. Nothing is defaulted. Each object keeps what it was made from, so that nothing of it is lost. */
export const loadObject = (fields: readonly FormField[], saved: unknown): FormValues => ({
  ...(isJsonObject(saved) || fields.some(isRootValue) ? loadFields(fields, saved) : {}),
  [SAVED]: new SavedValue(saved),
});

function loadFields(fields: readonly FormField[], saved: unknown): JsonObject {
  const entries = fields.flatMap((field): [string, unknown][] => {
    const value = sentOf(field, saved);
    return value === undefined ? [] : [[String(field.draftPath.at(-1)), loadField(field, value)]];
  });
  return Object.fromEntries(entries);
}

/** A value that is not what the field expects stays as it is: it is shown where that is possible, and goes back untouched. */
function loadField(field: FormField, value: unknown): unknown {
  if (field.secret && isHeldBack(field, value)) return new SavedSecret(value);
  if (field.kind === 'object') return isJsonObject(value) ? loadObject(field.fields, value) : value;
  if (field.kind === 'choice') return loadChoice(field, value);
  const { items } = field;
  return items !== null && Array.isArray(value) ? value.map((item) => loadField(items, item)) : value;
}

/** Whether a secret field's value is a secret itself. One that holds fields has its secrets in them, unless a mask stands in place of all. */
function isHeldBack(field: FormField, value: unknown): boolean {
  if (value === null || value === '') return false;
  if (field.kind === 'choice') return typeof value === 'string' && branchOfValue(field, value) === null;
  return (field.kind !== 'object' && field.kind !== 'list') || typeof value === 'string';
}

function loadChoice(field: FormField, value: unknown): unknown {
  const branch = branchOfValue(field, value);
  const drafts = branch === null ? {} : { [String(branch.index)]: loadBranch(field, branch, value) };
  return { branch: branch?.index ?? null, drafts, [SAVED]: new SavedValue(value) };
}

function loadBranch(field: FormField, branch: FieldBranch, value: unknown): unknown {
  const own = ownField(field, branch);
  if (own !== null) return loadField(own, value);
  return isJsonObject(value) ? loadObject(branch.fields, value) : value;
}
