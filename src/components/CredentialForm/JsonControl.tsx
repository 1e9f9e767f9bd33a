'use client';
import type { ReactNode } from 'react';
import { useFormSlots } from './context.js';
import { PLAIN_TEXT } from './secretAttributes.js';
import { textOf } from './textOf.js';
import type { ControlProps } from './types.js';

/** A part of the schema that has no control of its own, a `<textarea>` of JSON. */
export function JsonControl({ value, onValueChange, disabled, attributes }: ControlProps): ReactNode {
  const slot = useFormSlots();
  return (
    <textarea
      {...PLAIN_TEXT}
      {...slot('textarea')}
      {...attributes}
      rows={4}
      dir="ltr"
      data-format="json"
      readOnly={disabled}
      value={textOf(value)}
      onChange={({ target }) => onValueChange(target.value)}
    />
  );
}
