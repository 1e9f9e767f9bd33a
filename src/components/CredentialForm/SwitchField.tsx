'use client';
import type { ReactNode } from 'react';
import { useFormWords } from '../../internal/index.js';
import { useFormSlots } from './context.js';
import type { ControlProps } from './types.js';

/** No `aria-checked`: the checkbox has that state by itself. */
const SWITCH = { type: 'checkbox', role: 'switch' } as const;

/**
 * On or off, an `<input type="checkbox" role="switch">` with its label after it. While nothing is chosen it stands as the schema's default
 * does, and says so: the service goes by that.
 * @selector [data-unset]
 */
export function SwitchField({ field, value, onValueChange, disabled, attributes: { required: _, ...attributes } }: ControlProps): ReactNode {
  const slot = useFormSlots();
  const { onByDefault } = useFormWords();
  const isOnByDefault = typeof value !== 'boolean' && field.schema.default === true;
  return (
    <label {...slot('switch-row')} htmlFor={attributes.id} data-unset={typeof value === 'boolean' ? undefined : ''}>
      <input
        {...slot('switch')}
        {...attributes}
        {...SWITCH}
        disabled={disabled}
        checked={value === true || isOnByDefault}
        onChange={({ target }) => onValueChange(target.checked)}
      />
      <span {...slot('field-label')}>
        {field.label}
        {isOnByDefault && <span data-ack-slot="hint">{onByDefault}</span>}
      </span>
    </label>
  );
}
