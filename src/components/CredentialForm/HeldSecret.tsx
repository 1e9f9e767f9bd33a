'use client';
import type { ReactNode } from 'react';
import { useFormSlots } from './context.js';
import { KeepSavedButton, SavedSecret } from './SavedSecret.js';
import type { ControlProps } from './types.js';
import { useSavedSecret } from './useSavedSecret.js';

/**
 * A stored secret that is no text: a value of a list of options, a switch, or an object with values of its own. The locked row with Replace
 * stands in place of its control, and Cancel below that while it is replaced.
 */
export function HeldSecret({ children, ...props }: ControlProps & { children: ReactNode }): ReactNode {
  const { field, disabled, attributes } = props;
  const slot = useFormSlots();
  const { locked, replace, cancel, takeFocus } = useSavedSecret(props);
  if (locked) return <SavedSecret label={field.label} disabled={disabled} attributes={attributes} onReplace={replace} buttonRef={takeFocus} />;
  return (
    <div {...slot('replacement')} ref={takeFocus}>
      {children}
      <KeepSavedButton label={field.label} disabled={disabled} onCancel={cancel} />
    </div>
  );
}
