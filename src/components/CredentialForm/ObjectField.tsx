'use client';
import { type ReactNode, useId } from 'react';
import type { FormField } from '../../form/index.js';
import { RichText } from '../../internal/index.js';
import { useFormSlots } from './context.js';

/** A group of values under a name of its own, a `<fieldset>`. */
export function ObjectField({ field, children }: { field: FormField; children: ReactNode }): ReactNode {
  const slot = useFormSlots();
  const helpId = useId();
  return (
    <fieldset {...slot('field')} aria-describedby={field.help === null ? undefined : helpId}>
      <legend {...slot('field-label')}>{field.label}</legend>
      {field.help !== null && (
        <p {...slot('field-description')} id={helpId}>
          <RichText text={field.help} />
        </p>
      )}
      <div {...slot('fields')} data-nested="">
        {children}
      </div>
    </fieldset>
  );
}
