'use client';
import { type ReactNode, useContext, useState } from 'react';
import type { FormField } from '../../form/index.js';
import { useFormWords } from '../../internal/index.js';
import { Details } from '../parts/index.js';
import { FormContext, useFormSlots } from './context.js';
import { Field } from './Field.js';
import { isFilled, leavesOf } from './fieldLists.js';

/** What can be left out. Open at first when something was given; it stays in the page when folded, so nothing typed is lost. */
export function FoldedFields({ fields }: { fields: readonly FormField[] }): ReactNode {
  const form = useFormWords();
  const { values } = useContext(FormContext);
  const slot = useFormSlots();
  const [openAtFirst] = useState(() => leavesOf(fields).some((field) => isFilled(values, field)));
  return (
    <Details summary={form.optionalFields} open={openAtFirst}>
      <div {...slot('fields')}>
        {fields.map((field) => (
          <Field key={field.path.join('.')} field={field} />
        ))}
      </div>
    </Details>
  );
}
