'use client';
import type { ReactNode } from 'react';
import { useFormSlots } from './context.js';
import type { ControlProps } from './types.js';

/** No `aria-checked`: the checkbox has that state by itself. */
const SWITCH = { type: 'checkbox', role: 'switch' } as const;

/** On or off, an `<input type="checkbox" role="switch">` with its label after it. */
export function SwitchField({ field, value, onValueChange, disabled, attributes: { required: _, ...attributes } }: ControlProps): ReactNode {
  const slot = useFormSlots();
  return (
    <label {...slot('switch-row')} htmlFor={attributes.id}>
      <input
        {...slot('switch')}
        {...attributes}
        {...SWITCH}
        disabled={disabled}
        checked={value === true}
        onChange={({ target }) => onValueChange(target.checked)}
      />
      <span {...slot('field-label')}>{field.label}</span>
    </label>
  );
}
