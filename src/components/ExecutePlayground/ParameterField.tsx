'use client';
import { type ReactNode, useId } from 'react';
import type { FormError, FormField } from '../../form/index.js';
import type { Messages } from '../../i18n/index.js';
import { RichText, useMessages } from '../../internal/index.js';
import { ParameterControl } from './ParameterControl.js';

export interface ParameterFieldProps {
  field: FormField;
  value: unknown;
  error: FormError | undefined;
  onValueChange: (value: unknown) => void;
}

/** One parameter: label, control, error, help. */
export function ParameterField({ field, value, error, onValueChange }: ParameterFieldProps): ReactNode {
  const { form, playground } = useMessages();
  const id = useId();
  const help = field.help ?? helpOf(field.kind, form.json, playground.parameters.onePerLine);
  const described = [error && `${id}error`, help !== null && `${id}help`].filter(Boolean).join(' ');
  return (
    <div data-ack-slot="field" data-required={field.required ? '' : undefined} data-invalid={error === undefined ? undefined : ''} data-kind={field.kind}>
      <label data-ack-slot="field-label" htmlFor={id}>
        {field.label}
        {!field.required && <span data-ack-slot="hint">{form.optional}</span>}
      </label>
      <ParameterControl
        id={id}
        field={field}
        value={value}
        invalid={error !== undefined}
        describedBy={described === '' ? undefined : described}
        onValueChange={onValueChange}
      />
      {error !== undefined && (
        <span data-ack-slot="field-error" id={`${id}error`} role="alert">
          {errorText(form.errors, field.label, error)}
        </span>
      )}
      {help !== null && (
        <span data-ack-slot="field-description" id={`${id}help`}>
          <RichText text={help} />
        </span>
      )}
    </div>
  );
}

function helpOf(kind: FormField['kind'], json: string, onePerLine: string): string | null {
  if (kind === 'tags') return onePerLine;
  return kind === 'json' || kind === 'list' || kind === 'choice' ? json : null;
}

function errorText(words: Messages['form']['errors'], label: string, { code, params }: FormError): string {
  switch (code) {
    case 'pattern':
      return words.pattern(label, String(params.pattern));
    case 'format':
      return words.format(label, String(params.format));
    case 'minimum':
      return words.minimum(label, Number(params.minimum));
    case 'maximum':
      return words.maximum(label, Number(params.maximum));
    case 'json':
      return words.json;
    default:
      return words[code](label);
  }
}
