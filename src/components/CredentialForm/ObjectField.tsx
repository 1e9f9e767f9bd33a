'use client';
import { type ReactNode, useContext } from 'react';
import type { FormField } from '../../form/index.js';
import { RichText } from '../../internal/index.js';
import { FormContext, useFormSlots } from './context.js';
import { FieldError } from './FieldError.js';
import { fieldKey } from './fieldLists.js';
import { controlId } from './focusField.js';

/** A group of values under a name of its own, a `<fieldset>`. */
export function ObjectField({ field, children }: { field: FormField; children: ReactNode }): ReactNode {
  const slot = useFormSlots();
  const { id: formId, messages } = useContext(FormContext);
  const id = controlId(formId, fieldKey(field));
  const message = messages[fieldKey(field)];
  const describedBy = [message === undefined ? '' : `${id}-error`, field.help === null ? '' : `${id}-help`].filter(Boolean).join(' ');
  return (
    <fieldset {...slot('field')} id={id} aria-describedby={describedBy || undefined} data-invalid={message === undefined ? undefined : ''}>
      <legend {...slot('field-label')}>{field.label}</legend>
      {field.help !== null && (
        <p {...slot('field-description')} id={`${id}-help`}>
          <RichText text={field.help} />
        </p>
      )}
      {message !== undefined && <FieldError id={`${id}-error`} message={message} />}
      <div {...slot('fields')} data-nested="">
        {children}
      </div>
    </fieldset>
  );
}
