'use client';
import type { ReactNode } from 'react';
import { useFormWords } from '../../internal/index.js';
import { Icon } from '../parts/index.js';
import { useFormSlots } from './context.js';
import type { ControlProps } from './types.js';

/** One of a few values, a `<select>`. Options are numbered, since a value need not be text. */
export function SelectControl({ field: { options, required }, value, onValueChange, disabled, attributes }: ControlProps): ReactNode {
  const form = useFormWords();
  const slot = useFormSlots();
  return (
    <div {...slot('select-group')}>
      <select
        {...slot('select')}
        {...attributes}
        disabled={disabled}
        value={options.findIndex((option) => option.value === value)}
        onChange={({ target }) => onValueChange(options[Number(target.value)]?.value)}
      >
        <option value={-1}>{required ? form.choose : form.notSet}</option>
        {options.map((option, index) => (
          <option key={option.label} value={index}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevron" />
    </div>
  );
}
