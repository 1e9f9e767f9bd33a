'use client';
import type { ReactNode } from 'react';
import type { FormField } from '../../form/index.js';
import { useFormWords } from '../../internal/index.js';
import { useFormSlots } from './context.js';

/** Props of `FieldLabel`. */
export interface FieldLabelProps {
  field: FormField;
  /** Of the label itself: a control of several elements is named by it. */
  id?: string | undefined;
  /** Id of the control. Without one it is a `<span>`, the visible name of a group. */
  htmlFor?: string | undefined;
}

/** The name of a value, and whether it can be left out, a `<label>`. */
export function FieldLabel({ field, id, htmlFor }: FieldLabelProps): ReactNode {
  const form = useFormWords();
  const slot = useFormSlots();
  const Tag = htmlFor === undefined ? 'span' : 'label';
  return (
    <Tag {...slot('field-label')} id={id} htmlFor={htmlFor}>
      <bdi>{field.label === '' ? form.choose : field.label}</bdi>
      {!field.required && <span data-ack-slot="hint">{form.optional}</span>}
    </Tag>
  );
}
