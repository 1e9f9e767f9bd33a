'use client';
import { type RefObject, useContext, useEffect, useRef } from 'react';
import { addItem, type FormField, itemAt, itemCount, removeItem, valueAt } from '../../form/index.js';
import { useFormWords } from '../../internal/index.js';
import { FormContext } from './context.js';
import { focusInside } from './focusField.js';
import { itemName } from './itemName.js';
import type { ListItemModel } from './types.js';
import { useFormState } from './useFormState.js';
import { useItemKeys } from './useItemKeys.js';

/** The items of a list, and adding and removing them: focus goes to what was added, or to the neighbour of what is gone; both are said. */
export function useListItems(field: FormField) {
  const { change, announce, store } = useContext(FormContext);
  useFormState(({ values }) => ({ items: valueAt(values, field.draftPath) })); // Items are named by what is typed into them.
  const { values } = store.state;
  const words = useFormWords().list;
  const list = useRef<HTMLUListElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const focusNext = useFocusAfterChange(list, addButton);
  const count = itemCount(field, values);
  const { keys, countAtFirst, remove: removeKey } = useItemKeys(count);
  const kind = itemTitle(field) ?? (typeof field.path.at(-1) === 'number' ? words.inner : words.entry);
  const items = keys.map((key, index): ListItemModel => {
    const item = itemAt(field, index);
    return { key, index, field: item, name: itemName(item, values) ?? words.numbered(kind, index + 1), added: key >= countAtFirst };
  });
  const add = () => {
    focusNext.current = { place: count, into: 'content' };
    change(field, (current) => addItem(field, current));
    announce?.(words.added(words.numbered(kind, count + 1)));
  };
  const remove = (index: number) => {
    focusNext.current = { place: Math.min(index, count - 2), into: 'summary' };
    announce?.(words.removed(items[index]?.name ?? kind));
    removeKey(index);
    change(field, (current) => removeItem(field, current, index));
  };
  return { kind, items, list, addButton, add, remove };
}

/** The name of one item, where the schema has one. */
const itemTitle = ({ items }: FormField): string | null => {
  const title = items?.schema.title;
  return typeof title === 'string' && title.trim() !== '' ? title : null;
};

interface NextFocus {
  /** Of an item; below zero the button that adds one. */
  place: number;
  into: 'content' | 'summary';
}

/** What takes the focus once the list was drawn anew. */
function useFocusAfterChange(list: RefObject<HTMLUListElement | null>, addButton: RefObject<HTMLButtonElement | null>): RefObject<NextFocus | null> {
  const next = useRef<NextFocus | null>(null);
  useEffect(() => {
    if (next.current === null) return;
    const { place, into } = next.current;
    next.current = null;
    const item = list.current?.children[place];
    if (!(item instanceof HTMLElement)) addButton.current?.focus();
    else if (into === 'summary') item.querySelector('summary')?.focus();
    else focusInside(item.querySelector<HTMLElement>('[data-ack-slot="details-content"]'));
  });
  return next;
}
