'use client';
import { memo, type ReactNode } from 'react';
import { type FormField, isSavedSecret } from '../../form/index.js';
import { Control } from './Control.js';
import { useFormSlots } from './context.js';
import { DrawnByHost } from './DrawnByHost.js';
import { FieldError } from './FieldError.js';
import { FieldHelp, hasHelp } from './FieldHelp.js';
import { FieldLabel } from './FieldLabel.js';
import { fieldKey } from './fieldLists.js';
import { controlId } from './focusField.js';
import { replaceable } from './replaceable.js';
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
  const draw = (own: ReactNode) =>
    own !== null && (
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

function partsOf({ field, formId, message, parts = {}, ...given }: Omit<ValueFieldProps, 'renderField'>): RenderFieldProps {
  const { value, disabled, onValueChange, onReplace, onRestore } = given;
  const id = controlId(formId, fieldKey(field));
  const errorId = message === undefined ? undefined : `${id}-error`;
  const helpId = hasHelp(field) ? `${id}-help` : undefined;
  const attributes = {
    id,
    required: field.required,
    'aria-describedby': [errorId, helpId].filter(Boolean).join(' ') || undefined,
    'aria-invalid': message !== undefined || undefined,
  };
  const control = { field, value, onValueChange, disabled, attributes, labelId: `${id}-label`, onReplace, onRestore };
  return {
    ...control,
    message,
    label:
      field.kind === 'switch' && !isSavedSecret(value)
        ? null
        : replaceable('field-label', parts['field-label'], FieldLabel, { field, id: control.labelId, htmlFor: id }),
    control: <Control {...control} parts={parts} />,
    error: message === undefined ? null : replaceable('field-error', parts['field-error'], FieldError, { id: errorId, message }),
    help: helpId === undefined ? null : replaceable('field-description', parts['field-description'], FieldHelp, { id: helpId, field }),
    fields: null,
  };
}
