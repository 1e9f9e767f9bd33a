'use client';
import { type ReactNode, useContext } from 'react';
import { errorKey, type FormField, valueAt } from '../../form/index.js';
import { Control } from './Control.js';
import { FormContext, useFormSlots } from './context.js';
import { FieldError } from './FieldError.js';
import { FieldHelp, hasHelp } from './FieldHelp.js';
import { FieldLabel } from './FieldLabel.js';
import { controlId } from './focusField.js';
import { ObjectField } from './ObjectField.js';
import { SwitchField } from './SwitchField.js';

/** Label, control, error and help of one value; of an object, those of its fields. */
export function Field({ field }: { field: FormField }): ReactNode {
  if (field.kind !== 'object') return <ValueField field={field} />;
  return (
    <ObjectField field={field}>
      {field.fields.map((inner) => (
        <Field key={inner.path.join('.')} field={inner} />
      ))}
    </ObjectField>
  );
}

function ValueField({ field }: { field: FormField }): ReactNode {
  const { id: formId, values, messages, disabled, setValue } = useContext(FormContext);
  const slot = useFormSlots();
  const key = errorKey(field.path);
  const id = controlId(formId, key);
  const message = messages[key];
  const errorId = message === undefined ? undefined : `${id}-error`;
  const helpId = hasHelp(field) ? `${id}-help` : undefined;
  const control = {
    field,
    disabled,
    value: valueAt(values, field.path),
    onValueChange: (value: unknown) => setValue(field, value),
    attributes: {
      id,
      required: field.required,
      'aria-describedby': [errorId, helpId].filter(Boolean).join(' ') || undefined,
      'aria-invalid': message !== undefined || undefined,
    },
  };
  return (
    <div {...slot('field')} data-required={field.required ? '' : undefined} data-invalid={message === undefined ? undefined : ''}>
      {field.kind === 'switch' ? (
        <SwitchField {...control} />
      ) : (
        <>
          <FieldLabel field={field} htmlFor={id} />
          <Control {...control} />
        </>
      )}
      {message !== undefined && <FieldError id={errorId} message={message} />}
      {helpId !== undefined && <FieldHelp id={helpId} field={field} />}
    </div>
  );
}
