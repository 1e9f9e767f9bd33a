'use client';
import type { ReactNode } from 'react';
import { slotProps } from '../../internal/index.js';
import { useFormSlots } from './context.js';
import { hiddenValue } from './hiddenValue.js';
import { moreControls } from './moreControls.js';
import { RevealButton } from './RevealButton.js';
import { NO_PASSWORD, PLAIN_TEXT, SECRET_ATTRIBUTES, SECRET_CLASSES } from './secretAttributes.js';
import type { ControlProps } from './types.js';
import { usePaste } from './usePaste.js';
import { useReveal } from './useReveal.js';
import { useSavedSecret } from './useSavedSecret.js';

/**
 * One line that is hidden until it is asked for, and again when it is left, an `<input type="password">`. A stored secret is a locked row
 * with Replace.
 * @example <SecretControl field={field} value={value} onValueChange={setValue} disabled={false} attributes={attributes} />
 */
export function SecretControl(props: ControlProps): ReactNode {
  const { field, value, onValueChange, disabled } = props;
  const slot = useFormSlots();
  const { shown, setShown, group } = useReveal();
  const { locked, replace, cancel, takeFocus } = useSavedSecret(props);
  const { attributes, handlers, notes } = usePaste(props);
  const saved = moreControls.use((locked || cancel !== undefined) && 'a saved secret');
  if (locked && saved === null) return <input {...slot('input')} id={attributes.id} disabled aria-busy />;
  if (locked && saved !== null)
    return <saved.SavedSecret label={field.label} disabled={disabled} attributes={props.attributes} onReplace={replace} buttonRef={takeFocus} />;
  const write = hiddenValue(value);
  return (
    <>
      <div {...slot('input-group', slot('input').className)} {...group} data-invalid={attributes['aria-invalid'] ? '' : undefined}>
        <input
          {...PLAIN_TEXT}
          {...SECRET_ATTRIBUTES}
          autoComplete={NO_PASSWORD}
          {...slotProps('input', SECRET_CLASSES)}
          {...attributes}
          {...handlers}
          ref={(node) => {
            write(node);
            takeFocus(node);
          }}
          type={shown ? 'text' : 'password'}
          dir="ltr"
          readOnly={disabled}
          onChange={({ target }) => onValueChange(target.value)}
        />
        <RevealButton label={field.label} controls={attributes.id} shown={shown} onShownChange={setShown} />
        {saved !== null && <saved.KeepSavedButton label={field.label} disabled={disabled} onCancel={cancel} />}
      </div>
      {notes}
    </>
  );
}
