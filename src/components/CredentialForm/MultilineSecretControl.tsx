'use client';
import type { ReactNode } from 'react';
import { slotProps } from '../../internal/index.js';
import { useFormSlots } from './context.js';
import { hiddenValue } from './hiddenValue.js';
import { idList } from './idList.js';
import { RevealButton } from './RevealButton.js';
import { KeepSavedButton, SavedSecret } from './SavedSecret.js';
import { PLAIN_TEXT, SECRET_ATTRIBUTES, SECRET_CLASSES } from './secretAttributes.js';
import type { ControlProps } from './types.js';
import { usePaste } from './usePaste.js';
import { useReveal } from './useReveal.js';
import { useSavedSecret } from './useSavedSecret.js';
import { useUpload } from './useUpload.js';

/**
 * A key of several lines, a `<textarea>` whose text is discs until it is asked for. A file can be chosen or dropped in place of typing. A
 * stored secret is a locked row with Replace.
 * @example <MultilineSecretControl field={field} value={value} onValueChange={setValue} disabled={false} attributes={attributes} />
 */
export function MultilineSecretControl(props: ControlProps): ReactNode {
  const { field, value, onValueChange, disabled } = props;
  const slot = useFormSlots();
  const { shown, setShown, group } = useReveal();
  const { locked, replace, cancel, takeFocus } = useSavedSecret(props);
  const { attributes, handlers, notes } = usePaste(props);
  const { UploadBar, file, read, handlers: dropHandlers, dropping } = useUpload(props);
  if (locked) return <SavedSecret label={field.label} disabled={disabled} attributes={props.attributes} onReplace={replace} buttonRef={takeFocus} />;
  const fileId = `${attributes.id}-file`;
  const write = hiddenValue(value);
  return (
    <>
      <div
        {...slot('input-group', slot('textarea').className)}
        {...group}
        {...dropHandlers}
        data-multiline=""
        data-invalid={attributes['aria-invalid'] ? '' : undefined}
        data-dropping={dropping ? '' : undefined}
      >
        <textarea
          {...PLAIN_TEXT}
          {...SECRET_ATTRIBUTES}
          {...slotProps('textarea', SECRET_CLASSES)}
          {...attributes}
          aria-describedby={idList(attributes['aria-describedby'], file !== null && fileId)}
          {...handlers}
          ref={(node) => {
            write(node);
            takeFocus(node);
          }}
          rows={3}
          dir="ltr"
          data-concealed={shown ? undefined : ''}
          readOnly={disabled}
          onChange={({ target }) => onValueChange(target.value)}
        />
        <RevealButton label={field.label} controls={attributes.id} shown={shown} onShownChange={setShown} />
        <KeepSavedButton label={field.label} disabled={disabled} onCancel={cancel} />
        {UploadBar !== null && <UploadBar id={fileId} label={field.label} disabled={disabled} file={file} onFile={read} />}
      </div>
      {notes}
    </>
  );
}
