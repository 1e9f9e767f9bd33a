'use client';
import type { ReactNode } from 'react';
import type { FormField } from '../../form/index.js';
import { useFormWords } from '../../internal/index.js';
import { useFormSlots } from './context.js';

/** The name of a value, and whether it can be left out. */
export function FieldLabel({ field, htmlFor }: { field: FormField; htmlFor: string }): ReactNode {
  const form = useFormWords();
  const slot = useFormSlots();
  return (
    <label {...slot('field-label')} htmlFor={htmlFor}>
      {field.label}
      {!field.required && <span data-ack-slot="hint">{form.optional}</span>}
    </label>
  );
}
