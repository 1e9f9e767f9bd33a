'use client';
import { memo, type ReactNode } from 'react';
import { type FormField, isSavedSecret } from '../../form/index.js';
import { Control } from './Control.js';
import { useFormSlots } from './context.js';
import { DrawnByHost } from './DrawnByHost.js';
import { fieldParts } from './fieldParts.js';
import type { CredentialFormParts, RenderField, RenderFieldProps } from './types.js';

export interface ValueFieldProps {
  field: FormField;
  formId: string;
  value: unknown;
  message: string | undefined;
  disabled: boolean;
  onValueChange: (value: unknown) => void;
  onReplace?: (() => void) | undefined;
  onRestore?: (() => void) | undefined;
  renderField: RenderField | undefined;
  parts: CredentialFormParts | undefined;
}

/** Label, control, error and help of one value, tied to each other by id. */
export const ValueField = memo(function ValueField({ renderField, ...props }: ValueFieldProps): ReactNode {
  const { field, message } = props;
  const slot = useFormSlots();
  const given = partsOf(props);
  const draw = (own: ReactNode) => (
    <div {...slot('field')} data-required={field.required ? '' : undefined} data-invalid={message === undefined ? undefined : ''}>
      {own ?? (
        <>
          {given.label}
          {given.control}
          {given.error}
          {given.help}
        </>
      )}
    </div>
  );
  return <DrawnByHost prop="renderField" ask={renderField && (() => renderField(given))} draw={draw} />;
});

function partsOf({ parts, ...given }: Omit<ValueFieldProps, 'renderField'>): RenderFieldProps {
  const { field, formId, value, message, disabled, onValueChange, onReplace, onRestore } = given;
  const own = fieldParts(field, { formId, message, parts, labelled: true });
  const control = { field, value, onValueChange, disabled, attributes: own.attributes, labelId: own.labelId, onReplace, onRestore };
  return {
    ...own,
    ...control,
    // A switch brings its own.
    label: field.kind === 'switch' && !isSavedSecret(value) ? null : own.label,
    control: <Control {...control} parts={parts} />,
    fields: null,
  };
}
