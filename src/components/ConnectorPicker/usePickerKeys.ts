'use client';
import type { KeyboardEvent, RefObject } from 'react';
import { type Direction, moveHighlight } from './moveHighlight.js';
import type { PickerModel } from './usePickerModel.js';

export interface PickerKeysOptions {
  model: PickerModel;
  listRef: RefObject<HTMLElement | null>;
  /** Enter was pressed on the highlighted definition. */
  onEnter: (definitionId: string) => void;
}

/** The keys of a combobox with a listbox: arrows highlight, Enter takes, Escape clears what was typed and only then leaves. */
export function usePickerKeys({ model, listRef, onEnter }: PickerKeysOptions): (event: KeyboardEvent<HTMLInputElement>) => void {
  const { query, highlighted, setQuery, setHighlighted } = model;

  const move = (direction: Direction) => {
    const options = [...(listRef.current?.querySelectorAll<HTMLElement>('[role=option]') ?? [])];
    const next = moveHighlight(options, options.find((option) => option.ariaSelected === 'true') ?? null, direction);
    next?.scrollIntoView({ block: 'nearest' });
    setHighlighted(next === null ? null : (model.items[options.indexOf(next)]?.definition.id ?? null));
  };

  return (event) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const direction = directionOf(event, query);
    if (direction !== null) move(direction);
    else if (event.key === 'Enter' && highlighted !== null) onEnter(highlighted);
    else if (event.key === 'Escape' && query !== '') setQuery('');
    else return;
    event.preventDefault();
  };
}

/** Left and right belong to the text, as soon as there is some. */
function directionOf({ key, currentTarget }: KeyboardEvent<HTMLInputElement>, query: string): Direction | null {
  if (key === 'ArrowDown') return 'down';
  if (key === 'ArrowUp') return 'up';
  if (query !== '' || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return null;
  return (key === 'ArrowRight') === (getComputedStyle(currentTarget).direction === 'ltr') ? 'after' : 'before';
}
