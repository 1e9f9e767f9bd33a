'use client';
import type { ReactNode } from 'react';
import { useFormSlots } from './context.js';
import { PLAIN_TEXT } from './secretAttributes.js';
import { textOf } from './textOf.js';
import type { ControlProps } from './types.js';
import { usePaste } from './usePaste.js';

/**
 * A text, an `<input>`, of several lines a `<textarea>`. Numbers too: a number box would throw away what it can not read, and change when
 * the wheel is turned over it. A default shows as the placeholder where the box is empty.
 * @example <TextControl field={field} value={value} onValueChange={setValue} disabled={false} attributes={attributes} />
 */
export function TextControl(props: ControlProps): ReactNode {
  const { field, value, onValueChange, disabled } = props;
  const slot = useFormSlots();
  const { attributes, handlers, notes } = usePaste(props);
  const box = {
    ...PLAIN_TEXT,
    ...attributes,
    ...handlers,
    readOnly: disabled,
    placeholder: placeholderOf(field.schema.default),
    value: textOf(value),
  };
  return (
    <>
      {field.multiline ? (
        <textarea {...slot('textarea')} {...box} rows={3} dir="auto" onChange={({ target }) => onValueChange(target.value)} />
      ) : (
        <input {...slot('input')} {...box} {...lineOf(field)} onChange={({ target }) => onValueChange(target.value)} />
      )}
      {notes}
    </>
  );
}

function lineOf({ kind, inputType, schema }: ControlProps['field']) {
  if (kind === 'number') return { type: 'text', inputMode: schema.type === 'integer' ? 'numeric' : 'decimal', dir: 'ltr' } as const;
  return { type: inputType, dir: inputType === 'text' ? 'auto' : 'ltr' };
}

const placeholderOf = (value: unknown): string | undefined => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined);
