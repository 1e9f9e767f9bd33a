'use client';
import type { ReactNode } from 'react';
import type { FormField } from '../../form/index.js';
import { useFormWords } from '../../internal/index.js';
import { useFormSlots } from './context.js';
import { Field } from './Field.js';
import { Fold } from './Fold.js';
import { keyAmong } from './fieldLists.js';

export interface FoldedFieldsProps {
  fields: readonly FormField[];
  /** @default "Optional fields" */
  title?: string | undefined;
}

/** What can be left out. Open at first when something was given. */
export function FoldedFields({ fields, title }: FoldedFieldsProps): ReactNode {
  const form = useFormWords();
  const slot = useFormSlots();
  return (
    <Fold summary={title ?? form.optionalFields} fields={fields}>
      <div {...slot('fields')}>
        {fields.map((field) => (
          <Field key={keyAmong(field)} field={field} />
        ))}
      </div>
    </Fold>
  );
}
