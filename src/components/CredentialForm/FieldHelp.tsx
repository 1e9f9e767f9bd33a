'use client';
import { type ReactNode, useState } from 'react';
import type { FormField } from '../../form/index.js';
import type { Messages } from '../../i18n/index.js';
import { RichText, useControlWords, useFormWords } from '../../internal/index.js';
import { useFormSlots } from './context.js';

/** Props of `FieldHelp`. */
export interface FieldHelpProps {
  /** The control's `aria-describedby` names it. */
  id: string;
  field: FormField;
}

/** Longer texts begin as three lines, in characters. */
const LONG = 300;

/**
 * What the schema says, an example of the value's form, and how the control wants it, a `<p>`. A long text begins clamped, with a button
 * after it; a link inside that gets focus opens it.
 * @example <FieldHelp id="key-help" field={field} />
 */
export function FieldHelp({ id, field }: FieldHelpProps): ReactNode {
  const form = useFormWords();
  const words = useControlWords();
  const slot = useFormSlots();
  const [open, setOpen] = useState(false);
  const text = helpOf(field, form);
  const long = text.length > LONG;
  return (
    <>
      <p {...slot('field-description')} id={id} data-clamped={long && !open ? '' : undefined} onFocus={() => setOpen(true)}>
        <RichText text={text} />
      </p>
      {long && (
        <button type="button" data-ack-slot="link" data-more="" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {open ? words.less : words.more}
        </button>
      )}
    </>
  );
}

/** Whether there is anything to say. */
export const hasHelp = (field: FormField): boolean => field.help !== null || exampleOf(field) !== undefined || isNoted(field);

const helpOf = (field: FormField, form: Messages['form']): string => {
  const example = exampleOf(field);
  return [field.help, example === undefined ? null : form.example(example), noteOf(field, form)].filter((part) => part !== null).join(' ');
};

const isNoted = ({ kind, options }: FormField): boolean => kind === 'json' || kind === 'date_time' || (kind === 'tags' && options.length === 0);

function noteOf(field: FormField, form: Messages['form']): string | null {
  if (!isNoted(field)) return null;
  if (field.kind === 'tags') return form.tags;
  return field.kind === 'json' ? form.json : form.utc;
}

/** Not said twice. */
const exampleOf = ({ examples: [example], help }: FormField): string | undefined =>
  example === undefined || example === '' || help?.includes(example) ? undefined : example;
