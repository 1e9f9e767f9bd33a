'use client';
import { memo, type ReactNode, useCallback, useContext } from 'react';
import { type FormField, isReplaced, replaceSecret, restoreSecret, valueAt, withValueAt } from '../../form/index.js';
import { ChoiceField } from './ChoiceField.js';
import { FormContext, useFormSlots } from './context.js';
import { FieldLabel } from './FieldLabel.js';
import { Fields } from './Fields.js';
import { fieldKey } from './fieldLists.js';
import { moreControls } from './moreControls.js';
import { ObjectField } from './ObjectField.js';
import type { ControlProps } from './types.js';
import { useFormState } from './useFormState.js';
import { useSavedSecret } from './useSavedSecret.js';
import { ValueField } from './ValueField.js';

/**
 * One node of the field tree: a value with its label, error and help; of an object, a choice and a list, those inside it. What is around it
 * is drawn again without it.
 */
export const Field = memo(function Field({ field }: { field: FormField }): ReactNode {
  if (field.hidden) return null;
  if (field.kind !== 'object' && field.kind !== 'choice' && field.kind !== 'list') return <Value field={field} />;
  return field.secret ? <SecretContainer field={field} /> : <ContainerField field={field} />;
});

/** A field with others inside. */
function ContainerField({ field }: { field: FormField }): ReactNode {
  if (field.kind === 'choice') return <ChoiceField field={field} />;
  if (field.kind === 'list') return <List field={field} />;
  return (
    <ObjectField field={field}>
      <Fields fields={field.fields} />
    </ObjectField>
  );
}

/** One that is secret as a whole: while it is stored, nothing of it is known. */
function SecretContainer({ field }: { field: FormField }): ReactNode {
  const { disabled } = useContext(FormContext);
  const { value, isOpen } = useFormState(({ values }) => ({ value: valueAt(values, field.draftPath), isOpen: isReplaced(field, values) }));
  const { onReplace, onRestore } = useReplacement(field, isOpen);
  const { locked, replace, cancel, takeFocus } = useSavedSecret({ value, onValueChange: ignore, onReplace, onRestore });
  const saved = moreControls.use((locked || cancel !== undefined) && 'a saved secret');
  const slot = useFormSlots();
  return (
    <div {...slot('replacement')} ref={takeFocus}>
      {locked ? <Value field={field} onReplace={replace} /> : <ContainerField field={field} />}
      {saved !== null && <saved.KeepSavedButton label={field.label} disabled={disabled} onCancel={cancel} />}
    </div>
  );
}

/** The form itself takes a whole secret away and brings it back. */
const ignore = (): void => undefined;

/** Its parts load when a list is first drawn. Until then its name stands there. */
function List({ field }: { field: FormField }): ReactNode {
  const Loaded = moreControls.use('a list')?.ListField;
  const slot = useFormSlots();
  if (Loaded !== undefined) return <Loaded field={field} />;
  return (
    <div {...slot('field')} data-kind="list" aria-busy="true">
      <FieldLabel field={field} />
    </div>
  );
}

/** Reads the form, so that `ValueField` is drawn again only when what it draws changes. */
function Value({ field, onReplace }: { field: FormField; onReplace?: (() => void) | undefined }): ReactNode {
  const { id, disabled, change, renderField, parts } = useContext(FormContext);
  const { value, message, isOpen } = useFormState(({ values, messages }) => ({
    value: valueAt(values, field.draftPath),
    message: messages[fieldKey(field)],
    isOpen: field.secret && isReplaced(field, values),
  }));
  const onValueChange = useCallback((value: unknown) => change(field, (current) => withValueAt(current, field.draftPath, value)), [change, field]);
  const replacement = useReplacement(field, isOpen);
  return (
    <ValueField
      field={field}
      formId={id}
      value={value}
      message={message}
      disabled={disabled}
      onValueChange={onValueChange}
      onReplace={onReplace ?? replacement.onReplace}
      onRestore={replacement.onRestore}
      renderField={renderField}
      parts={parts}
    />
  );
}

/**
 * Taking a stored secret away, and bringing it back. The draft keeps it meanwhile, also while another alternative is chosen.
 * @param isOpen Whether it is being replaced.
 */
function useReplacement(field: FormField, isOpen: boolean): Pick<ControlProps, 'onReplace' | 'onRestore'> {
  const { change } = useContext(FormContext);
  const onReplace = useCallback(() => change(field, (current) => replaceSecret(field, current)), [change, field]);
  const onRestore = useCallback(() => change(field, (current) => restoreSecret(field, current)), [change, field]);
  if (!field.secret) return {};
  return { onReplace, onRestore: isOpen ? onRestore : undefined };
}
