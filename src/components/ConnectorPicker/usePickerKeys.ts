'use client';
import type { KeyboardEvent, RefObject } from 'react';
import type { ConnectorDefinition } from '../../core/index.js';
import { type Direction, moveHighlight } from './moveHighlight.js';
import type { PickerModel } from './usePickerModel.js';

export interface PickerKeysOptions {
  model: PickerModel;
  listRef: RefObject<HTMLElement | null>;
  /** Enter was pressed: on the highlighted definition, or on the best for what was typed. */
  onEnter: (definition: ConnectorDefinition) => void;
}

/** The keys of a combobox with a listbox: arrows, Home and End highlight, Enter takes, Escape clears what was typed and only then leaves. */
export function usePickerKeys({ model, listRef, onEnter }: PickerKeysOptions): (event: KeyboardEvent<HTMLInputElement>) => void {
  const { query, setQuery, setHighlighted } = model;

  const move = (direction: Direction) => {
    const options = [...(listRef.current?.querySelectorAll<HTMLElement>('[role=option]') ?? [])];
    const next = moveHighlight(options, options.find((option) => option.ariaSelected === 'true') ?? null, direction);
    next?.scrollIntoView({ block: 'nearest' });
    setHighlighted(next === null ? null : (model.items[options.indexOf(next)]?.definition.id ?? null));
  };

  return (event) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const direction = directionOf(event, query);
    const taken = event.key === 'Enter' ? model.pick() : null;
    if (direction !== null) move(direction);
    else if (taken !== null) onEnter(taken);
    else if (event.key === 'Escape' && query !== '') setQuery('');
    else return;
    event.preventDefault();
  };
}

/** Without text, where there is no caret to move by them. */
const WITHOUT_TEXT: Readonly<Record<string, Direction>> = { Home: 'first', End: 'last' };

/** Left and right, Home and End belong to the text, as soon as there is some. */
function directionOf({ key, currentTarget }: KeyboardEvent<HTMLInputElement>, query: string): Direction | null {
  if (key === 'ArrowDown') return 'down';
  if (key === 'ArrowUp') return 'up';
  if (query !== '') return null;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return WITHOUT_TEXT[key] ?? null;
  return (key === 'ArrowRight') === (getComputedStyle(currentTarget).direction === 'ltr') ? 'after' : 'before';
}
