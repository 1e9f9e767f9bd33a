'use client';
import { type ReactNode, useState } from 'react';
import { useFormSlots } from './context.js';
import { type DateFormat, dateFormatOf, shows } from './dateFormats.js';
import { pasteDoctor } from './pasteDoctor.js';
import { TextControl } from './TextControl.js';
import { textOf } from './textOf.js';
import type { ControlProps } from './types.js';

/**
 * A day, an `<input type="date">`. A value that such a box can not show, or that its pattern does not want, is typed as text.
 * @example <DateControl field={field} value="2024-01-31" onValueChange={setValue} disabled={false} attributes={attributes} />
 */
export const DateControl = (props: ControlProps): ReactNode => <NativeDate {...props} kind="date" />;

/**
 * A moment in UTC, an `<input type="datetime-local">`; the value ends in `Z`, and has the digits after the seconds that the pattern wants.
 * A value that such a box can not show (another time zone, say) is typed as text.
 * @example <DateTimeControl field={field} value="2024-01-31T00:00:00Z" onValueChange={setValue} disabled={false} attributes={attributes} />
 */
export const DateTimeControl = (props: ControlProps): ReactNode => <NativeDate {...props} kind="date_time" />;

function NativeDate({ kind, ...props }: ControlProps & { kind: 'date' | 'date_time' }): ReactNode {
  const text = textOf(props.value);
  const pattern = pasteDoctor.use('a date')?.patternOf(props.field.schema.pattern) ?? null;
  const [{ format, judged }, setState] = useState(() => ({ format: dateFormatOf(kind, pattern, text), judged: pattern }));
  // It stays what it is while it is typed into: a box that becomes another one under the hands loses what is half typed.
  if (judged !== pattern || (format !== null && !shows(format, text))) setState({ format: dateFormatOf(kind, pattern, text), judged: pattern });
  return format === null ? <TextControl {...props} /> : <NativeBox {...props} format={format} text={text} />;
}

function NativeBox({ format, text, attributes, disabled, onValueChange }: ControlProps & { format: DateFormat; text: string }): ReactNode {
  const slot = useFormSlots();
  return (
    <input
      {...slot('input')}
      {...attributes}
      type={format.type}
      step={format.step}
      readOnly={disabled}
      value={format.toBox(text)}
      onChange={({ target }) => onValueChange(format.toValue(target.value))}
    />
  );
}
