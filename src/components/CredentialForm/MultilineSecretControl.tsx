'use client';
import { type ReactNode, useState } from 'react';
import { useFormSlots } from './context.js';
import { hiddenValue } from './hiddenValue.js';
import { RevealButton } from './RevealButton.js';
import { PLAIN_TEXT, SECRET_ATTRIBUTES, SECRET_CLASSES } from './secretAttributes.js';
import type { ControlProps } from './types.js';

/** A key of several lines, a `<textarea>` whose text is discs until it is asked for. */
export function MultilineSecretControl({ field, value, onValueChange, disabled, attributes }: ControlProps): ReactNode {
  const slot = useFormSlots();
  const [shown, setShown] = useState(false);
  return (
    <div {...slot('input-group')} data-multiline="" data-invalid={attributes['aria-invalid'] ? '' : undefined}>
      <textarea
        {...PLAIN_TEXT}
        {...SECRET_ATTRIBUTES}
        {...slot('textarea', SECRET_CLASSES)}
        {...attributes}
        ref={hiddenValue(value)}
        rows={3}
        dir="ltr"
        data-concealed={shown ? undefined : ''}
        readOnly={disabled}
        onChange={({ target }) => onValueChange(target.value)}
      />
      <RevealButton label={field.label} controls={attributes.id} shown={shown} onShownChange={setShown} />
    </div>
  );
}
