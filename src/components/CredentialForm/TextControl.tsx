'use client';
import type { ReactNode } from 'react';
import { useFormSlots } from './context.js';
import { PLAIN_TEXT } from './secretAttributes.js';
import { textOf } from './textOf.js';
import type { ControlProps } from './types.js';

/** One line, an `<input>`. Numbers too: a number box would throw away what it can not read. */
export function TextControl({ field, value, onValueChange, disabled, attributes }: ControlProps): ReactNode {
  const slot = useFormSlots();
  const numeric = field.kind === 'number';
  return (
    <input
      {...PLAIN_TEXT}
      {...slot('input')}
      {...attributes}
      type={numeric ? 'text' : field.inputType}
      inputMode={numeric ? (field.schema.type === 'integer' ? 'numeric' : 'decimal') : undefined}
      dir={numeric || field.inputType !== 'text' ? 'ltr' : 'auto'}
      readOnly={disabled}
      value={textOf(value)}
      onChange={({ target }) => onValueChange(target.value)}
    />
  );
}
