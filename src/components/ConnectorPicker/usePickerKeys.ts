'use client';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import type { ConnectorDefinition } from '../../core/index.js';
import { type Direction, moveHighlight } from './moveHighlight.js';
import type { PickerModel } from './usePickerModel.js';

export interface PickerKeysOptions {
  model: PickerModel;
  /** The list is on its way. */
  loading: boolean;
  listRef: RefObject<HTMLElement | null>;
  /** Enter was pressed: on the highlighted definition, or on the best for what was typed. */
  onEnter: (definition: ConnectorDefinition) => void;
}

export interface PickerKeys {
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  onBlur: () => void;
}

/**
 * The keys of a combobox with a listbox: arrows, Home and End highlight, Enter takes, Escape clears what was typed and only then leaves.
 * An Enter that comes before the list is done with it, unless the text was changed or the field left in between.
 */
export function usePickerKeys({ model, loading, listRef, onEnter }: PickerKeysOptions): PickerKeys {
  const { query, setQuery, setHighlighted } = model;
  const early = useRef<string | null>(null);
  useEffect(() => {
    const text = early.current;
    if (loading && text === query) return;
    early.current = null;
    const found = text === null || text !== query ? null : model.best(text);
    if (found !== null) onEnter(found);
  });

  const move = (direction: Direction) => {
    const options = [...(listRef.current?.querySelectorAll<HTMLElement>('[role=option]') ?? [])];
    const next = moveHighlight(options, options.find((option) => option.ariaSelected === 'true') ?? null, direction);
    next?.scrollIntoView({ block: 'nearest' });
    setHighlighted(next === null ? null : (model.items[options.indexOf(next)]?.definition.id ?? null));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const direction = directionOf(event, query);
    const text = event.currentTarget.value;
    const enters = event.key === 'Enter' && !event.repeat;
    const taken = enters ? model.pick(text) : null;
    if (direction !== null) move(direction);
    else if (taken !== null) onEnter(taken);
    else if (enters && loading) early.current = text;
    else if (event.key === 'Escape' && query !== '') setQuery('');
    else return;
    event.preventDefault();
  };
  const onBlur = () => {
    early.current = null;
  };
  return { onKeyDown, onBlur };
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
