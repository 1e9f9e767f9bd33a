import { isJsonObject } from '../core/index.js';
import { fieldDefault } from './defaults.js';
import { SavedSecret } from './savedValue.js';
import type { FormField, FormValues } from './types.js';
import { copyOfList, ownValue, valueAt, withValueAt } from './values.js';

/** Under this key the draft of an object, of a choice's branches or of a list keeps the saved secrets that are being replaced in it, by key. */
const REPLACED: unique symbol = Symbol('replaced');

/**
 * Makes room for another secret in place of a saved one, which the draft keeps: `restoreSecret` brings it back, also after another branch
 * was chosen and left again. Values in which this field has no saved secret come back unchanged.
 */
export function replaceSecret(field: FormField, values: FormValues): FormValues {
  const saved = valueAt(values, field.draftPath);
  return saved instanceof SavedSecret ? withDraft(field, values, blankOf(field), saved) : values;
}

/** Gives up a replacement: the saved secret stands in its place again, and what was typed is gone. */
export function restoreSecret(field: FormField, values: FormValues): FormValues {
  const saved = replacedIn(field, values);
  return saved === null ? values : withDraft(field, values, saved, undefined);
}

/** Whether a saved secret is being replaced here, so that there is one to go back to. */
export const isReplaced = (field: FormField, values: FormValues): boolean =>
  replacedIn(field, values) !== null && !(valueAt(values, field.draftPath) instanceof SavedSecret);

function replacedIn({ draftPath }: FormField, values: FormValues): SavedSecret | null {
  const saved = ownValue(keptIn(valueAt(values, draftPath.slice(0, -1))), String(draftPath.at(-1)));
  return saved instanceof SavedSecret ? saved : null;
}

const keptIn = (around: unknown): unknown => (typeof around === 'object' && around !== null ? Reflect.get(around, REPLACED) : undefined);

/** The values with another draft at a field, and what is kept beside it. */
function withDraft({ draftPath }: FormField, values: FormValues, draft: unknown, kept: SavedSecret | undefined): FormValues {
  const path = draftPath.slice(0, -1);
  const key = draftPath.at(-1) ?? '';
  const around = valueAt(values, path);
  const copy = Array.isArray(around) ? copyOfList(around) : { ...(isJsonObject(around) ? around : {}) };
  Object.assign(copy, { [key]: draft, [REPLACED]: { ...Object(keptIn(around)), [key]: kept } });
  return withValueAt(values, path, copy);
}

const blankOf = (field: FormField): unknown => {
  if (field.kind === 'list') return [];
  return field.kind === 'object' || field.kind === 'choice' ? fieldDefault(field) : '';
};

/**
 * The same items, of which those that came from another place ask for their secrets again: a service that puts stored secrets in place of
 * masks goes by the place, and would give an item the secret of another. A secret that is no text, such as a reference to where it is
 * stored, says itself what it is and stays.
 * @param places For each item of the new list where it was in the old one.
 */
export function itemsAtPlaces(items: readonly unknown[], places: readonly number[]): readonly unknown[] {
  const moved = places.map((from, to) => (from === to ? items[from] : (withoutMasks(items[from]) ?? '')));
  const kept = keptIn(items);
  if (kept === undefined) return moved;
  const stayed = places.filter((from, to) => from === to && ownValue(kept, String(from)) instanceof SavedSecret);
  return Object.assign(moved, { [REPLACED]: Object.fromEntries(stayed.map((place) => [String(place), ownValue(kept, String(place))])) });
}

function withoutMasks(draft: unknown): unknown {
  if (draft instanceof SavedSecret) return typeof draft.open() === 'string' ? undefined : draft;
  if (Array.isArray(draft)) return draft.map((item: unknown) => withoutMasks(item) ?? '');
  if (!isPlain(draft)) return draft;
  const copy: Record<string, unknown> = { ...draft };
  for (const [key, inner] of Object.entries(draft)) copy[key] = withoutMasks(inner);
  return Object.assign(copy, { [REPLACED]: undefined });
}

/** An object of the draft, no box with a saved value. */
const isPlain = (draft: unknown): draft is Record<string, unknown> => isJsonObject(draft) && [Object.prototype, null].includes(Object.getPrototypeOf(draft));
