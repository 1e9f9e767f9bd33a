'use client';
import type { ReactNode } from 'react';
import { useControlWords, useFormWords } from '../../internal/index.js';
import { Icon } from '../parts/index.js';
import { useFormSlots } from './context.js';
import { SECRET_ATTRIBUTES } from './secretAttributes.js';
import { textOf } from './textOf.js';
import type { ControlProps } from './types.js';

/** Of the options of the select itself: nothing chosen, and a value that is none of those offered. */
const UNSET = -1;
const SAVED = -2;

/**
 * One of the values that a schema offers, a `<select>`. Options are numbered, since a value need not be text. A saved value that is no
 * longer offered stands among them.
 * @example <SelectControl field={field} value="eu" onValueChange={setValue} disabled={false} attributes={attributes} />
 */
export function SelectControl({ field: { options, required, secret }, value, onValueChange, disabled, attributes }: ControlProps): ReactNode {
  const form = useFormWords();
  const words = useControlWords();
  const slot = useFormSlots();
  const chosen = options.findIndex((option) => option.value === value);
  const isLost = chosen === UNSET && value !== undefined && value !== null && value !== '';
  const labelOf = ({ value: option, label }: (typeof options)[number]) => label || (option === null ? words.nothing : words.emptyText);
  return (
    <div {...slot('select-group')}>
      <select
        {...slot('select')}
        {...(secret ? SECRET_ATTRIBUTES : {})}
        {...attributes}
        disabled={disabled}
        value={isLost ? SAVED : chosen}
        onChange={({ target }) => onValueChange(options[Number(target.value)]?.value)}
      >
        <option value={UNSET}>{required ? form.choose : form.notSet}</option>
        {isLost && (
          <option value={SAVED}>
            {textOf(value)} ({words.options.noLongerOffered})
          </option>
        )}
        {options.map((option, index) => (
          <option key={`${typeof option.value} ${option.value}`} value={index}>
            {labelOf(option)}
          </option>
        ))}
      </select>
      <Icon name="chevron" />
    </div>
  );
}
