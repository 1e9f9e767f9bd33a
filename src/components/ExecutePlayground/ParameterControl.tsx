'use client';
import type { ChangeEvent, ReactNode } from 'react';
import type { FormField } from '../../form/index.js';
import { useMessages } from '../../internal/index.js';

export interface ParameterControlProps {
  id: string;
  field: FormField;
  value: unknown;
  invalid: boolean;
  describedBy: string | undefined;
  onValueChange: (value: unknown) => void;
}

const INPUT_TYPES: Readonly<Record<string, string>> = { date: 'date', secret: 'password', number: 'text' };

/**
 * What a parameter is entered with. A yes or no is a choice of three, since leaving it out is not the same as "no"; numbers are text, so
 * that what is no number stays to be seen and named.
 */
export function ParameterControl({ id, field, value, invalid, describedBy, onValueChange }: ParameterControlProps): ReactNode {
  const shared = { id, 'aria-invalid': invalid || undefined, 'aria-describedby': describedBy, 'aria-required': field.required || undefined };
  const onText = (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onValueChange(event.target.value);
  switch (field.kind) {
    case 'switch':
    case 'select':
      return <ParameterSelect {...shared} field={field} value={value} onValueChange={onValueChange} />;
    case 'tags':
      return (
        <textarea
          {...shared}
          data-ack-slot="textarea"
          rows={1}
          dir="auto"
          value={linesOf(value)}
          onChange={(event) => onValueChange(itemsOf(event.target.value, field))}
        />
      );
    case 'json':
    case 'list':
    case 'choice':
      return (
        <textarea
          {...shared}
          data-ack-slot="textarea"
          data-code=""
          rows={2}
          dir="ltr"
          spellCheck={false}
          autoComplete="off"
          value={textOf(value)}
          onChange={onText}
        />
      );
    default:
      return (
        <input
          {...shared}
          data-ack-slot="input"
          type={INPUT_TYPES[field.kind] ?? field.inputType}
          inputMode={field.kind === 'number' ? 'decimal' : undefined}
          dir="auto"
          autoComplete="off"
          value={textOf(value)}
          onChange={onText}
        />
      );
  }
}

type SelectProps = Pick<ParameterControlProps, 'field' | 'value' | 'onValueChange'> & { id: string };

function ParameterSelect({ field, value, onValueChange, ...shared }: SelectProps): ReactNode {
  const { form, playground } = useMessages();
  const yesNo = [
    { value: true, label: playground.parameters.yes },
    { value: false, label: playground.parameters.no },
  ];
  const options = field.kind === 'switch' ? yesNo : field.options;
  return (
    <select
      {...shared}
      data-ack-slot="select"
      value={String(options.findIndex((option) => option.value === value))}
      onChange={(event) => onValueChange(options[Number(event.target.value)]?.value)}
    >
      <option value="-1">{field.required ? form.choose : form.notSet}</option>
      {options.map((option, index) => (
        <option key={String(option.value)} value={String(index)}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

const textOf = (value: unknown): string =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value) : String(value);

const linesOf = (value: unknown): string => (Array.isArray(value) ? value.join('\n') : textOf(value));

/** One item a line; as numbers where the schema asks for them and they are. */
function itemsOf(text: string, { schema }: FormField): readonly unknown[] {
  const { items } = schema;
  const numeric = typeof items === 'object' && items !== null && 'type' in items && (items.type === 'integer' || items.type === 'number');
  return text === '' ? [] : text.split('\n').map((line) => (numeric && line.trim() !== '' && !Number.isNaN(Number(line)) ? Number(line) : line));
}
