'use client';
import type { ReactNode } from 'react';
import { useFormSlots } from './context.js';
import { textOf } from './textOf.js';
import type { ControlProps } from './types.js';

/** A day, an `<input type="date">`. */
export function DateControl({ value, onValueChange, disabled, attributes }: ControlProps): ReactNode {
  const slot = useFormSlots();
  return (
    <input {...slot('input')} {...attributes} type="date" readOnly={disabled} value={textOf(value)} onChange={({ target }) => onValueChange(target.value)} />
  );
}

/** A moment in UTC, an `<input type="datetime-local">`; the value ends in `Z`. */
export function DateTimeControl({ value, onValueChange, disabled, attributes }: ControlProps): ReactNode {
  const slot = useFormSlots();
  return (
    <input
      {...slot('input')}
      {...attributes}
      type="datetime-local"
      step={1}
      readOnly={disabled}
      value={textOf(value).replace(/(?:\.\d+)?Z$/, '')}
      onChange={({ target }) => onValueChange(utcOf(target.value))}
    />
  );
}

/** Browsers leave out seconds that are zero. */
const utcOf = (local: string): string => (local === '' ? '' : `${local.length === 16 ? `${local}:00` : local.replace(/\.\d+$/, '')}Z`);
