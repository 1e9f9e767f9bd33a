'use client';
import { type ReactNode, useState } from 'react';
import { useFormSlots } from './context.js';
import { hiddenValue } from './hiddenValue.js';
import { RevealButton } from './RevealButton.js';
import { PLAIN_TEXT, SECRET_ATTRIBUTES, SECRET_CLASSES } from './secretAttributes.js';
import type { ControlProps } from './types.js';

/** One line that is hidden until it is asked for, an `<input type="password">`. */
export function SecretControl({ field, value, onValueChange, disabled, attributes }: ControlProps): ReactNode {
  const slot = useFormSlots();
  const [shown, setShown] = useState(false);
  return (
    <div {...slot('input-group')} data-invalid={attributes['aria-invalid'] ? '' : undefined}>
      <input
        {...PLAIN_TEXT}
        {...SECRET_ATTRIBUTES}
        {...slot('input', SECRET_CLASSES)}
        {...attributes}
        ref={hiddenValue(value)}
        type={shown ? 'text' : 'password'}
        dir="ltr"
        readOnly={disabled}
        onChange={({ target }) => onValueChange(target.value)}
      />
      <RevealButton label={field.label} controls={attributes.id} shown={shown} onShownChange={setShown} />
    </div>
  );
}
