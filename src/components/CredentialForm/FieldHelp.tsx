'use client';
import type { ReactNode } from 'react';
import type { FormField } from '../../form/index.js';
import type { Messages } from '../../i18n/index.js';
import { RichText, useFormWords } from '../../internal/index.js';
import { useFormSlots } from './context.js';

/** What the schema says, an example of the value's form, and how the control wants it. */
export function FieldHelp({ id, field }: { id: string; field: FormField }): ReactNode {
  const form = useFormWords();
  const slot = useFormSlots();
  const note = noteOf(field, form);
  const example = exampleOf(field);
  return (
    <p {...slot('field-description')} id={id}>
      <RichText text={[field.help, example === undefined ? null : form.example(example), note].filter((part) => part !== null).join(' ')} />
    </p>
  );
}

/** Whether there is anything to say. */
export const hasHelp = (field: FormField): boolean => field.help !== null || exampleOf(field) !== undefined || NOTED.has(field.kind);

const NOTED: ReadonlySet<FormField['kind']> = new Set(['tags', 'json', 'date_time']);

function noteOf({ kind }: FormField, form: Messages['form']): string | null {
  if (kind === 'tags') return form.tags;
  if (kind === 'json') return form.json;
  return kind === 'date_time' ? form.utc : null;
}

/** Not said twice. */
const exampleOf = ({ examples: [example], help }: FormField): string | undefined =>
  example === undefined || example === '' || help?.includes(example) ? undefined : example;
