import { fieldDefault } from './defaults.js';
import { lazily } from './lazily.js';
import { itemsAtPlaces } from './replacedSecret.js';
import type { FieldBranch, FieldPath, FormField, FormValues } from './types.js';
import { copyOfList, valueAt, withValueAt } from './values.js';

const made = new WeakMap<FormField, Map<number, FormField>>();

/**
 * The field of a list's item, with paths of its own at every depth. The same object at each call, so that it can be compared.
 * @throws {TypeError} when the field is no `list`.
 */
export function itemAt(list: FormField, index: number): FormField {
  if (list.items === null) throw new TypeError(`${list.path.join('.')} is no list: only a field of kind "list" has items.`);
  if (index === 0) return list.items;
  const known = made.get(list) ?? new Map<number, FormField>();
  made.set(list, known);
  const item = known.get(index) ?? moved(list.items, { path: list.path.length, draftPath: list.draftPath.length }, index);
  known.set(index, item);
  return item;
}

/** How many items the draft of a list has. */
export const itemCount = (list: FormField, values: FormValues): number => itemsIn(list, values).length;

/** Appends an item with its defaults. */
export function addItem(list: FormField, values: FormValues): FormValues {
  const items = copyOfList(itemsIn(list, values));
  items.push(list.items === null ? undefined : fieldDefault(list.items));
  return withValueAt(values, list.draftPath, items);
}

/**
 * Takes one item out; those after it move up with all that was typed in them. Saved secrets of those that moved are asked again: by their
 * masks a service could take one item's secret for another's.
 */
export function removeItem(list: FormField, values: FormValues, index: number): FormValues {
  const items = itemsIn(list, values);
  const places = [...items.keys()].filter((place) => place !== index);
  return withValueAt(values, list.draftPath, itemsAtPlaces(items, places));
}

/** Moves an item to another place. Saved secrets of all items whose place changes are asked again, as in `removeItem`. */
export function moveItem(list: FormField, values: FormValues, from: number, to: number): FormValues {
  const items = itemsIn(list, values);
  if (from < 0 || from >= items.length || to < 0 || to >= items.length) return values;
  const places = [...items.keys()];
  places.splice(to, 0, ...places.splice(from, 1));
  return withValueAt(values, list.draftPath, itemsAtPlaces(items, places));
}

function itemsIn(list: FormField, values: FormValues): readonly unknown[] {
  const items = valueAt(values, list.draftPath);
  return Array.isArray(items) ? items : [];
}

interface Places {
  /** Where in each path the number of the item stands. */
  path: number;
  draftPath: number;
}

/** A field at another place. What is inside it moves when it is looked at. */
function moved(field: FormField, places: Places, index: number): FormField {
  const fieldsAt = (fields: readonly FormField[]) => fields.map((inner) => moved(inner, places, index));
  const copy: FormField = { ...field, path: withIndex(field.path, places.path, index), draftPath: withIndex(field.draftPath, places.draftPath, index) };
  copy.branches = field.branches.map((branch) => {
    const { index: place, label, valueType, help, hidden, oauth } = branch;
    return lazily<FieldBranch, 'fields'>({ index: place, label, valueType, help, hidden, oauth, fields: [] }, 'fields', () => fieldsAt(branch.fields));
  });
  const { items } = field;
  if (items !== null) lazily(copy, 'items', () => moved(items, places, index));
  return lazily(copy, 'fields', () => fieldsAt(field.fields));
}

const withIndex = (path: FieldPath, place: number, index: number): FieldPath => path.map((key, at) => (at === place ? index : key));
