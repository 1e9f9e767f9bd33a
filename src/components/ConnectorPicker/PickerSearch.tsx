'use client';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { usePickerWords } from '../../internal/index.js';
import { Icon, IconButton } from '../parts/index.js';
import { usePickerSlots } from './context.js';

export interface PickerSearchProps {
  inputRef: Ref<HTMLInputElement>;
  query: string;
  onQueryChange: (query: string) => void;
  onClear: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  onBlur: () => void;
  /** Id of the listbox; null while there is none. */
  listId: string | null;
  /** Id of the highlighted option. */
  activeId: string | null;
  /** Stands after the field. */
  children: ReactNode;
}

/** The field that keeps the focus while keys move the highlight. */
export function PickerSearch({ inputRef, query, onQueryChange, onClear, onKeyDown, onBlur, listId, activeId, children }: PickerSearchProps): ReactNode {
  const slot = usePickerSlots();
  const picker = usePickerWords();
  return (
    <div data-ack-slot="picker-head">
      <div {...slot('picker-search')}>
        <Icon name="search" />
        <input
          {...slot('input')}
          ref={inputRef}
          type="text"
          role="combobox"
          aria-label={picker.search}
          aria-autocomplete="list"
          aria-expanded={listId !== null}
          aria-controls={listId ?? undefined}
          aria-activedescendant={activeId ?? undefined}
          placeholder={picker.search}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          value={query}
          onChange={(event) => onQueryChange(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={onBlur}
        />
        {query !== '' && <IconButton icon="x" label={picker.clear} onClick={onClear} />}
      </div>
      {children}
    </div>
  );
}
