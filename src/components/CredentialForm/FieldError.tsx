'use client';
import type { ReactNode } from 'react';
import { Icon } from '../parts/index.js';
import { useFormSlots } from './context.js';

/** Props of `FieldError`. */
export interface FieldErrorProps {
  /** The control's `aria-describedby` names it. */
  id: string | undefined;
  message: string;
}

/** Why a value was not accepted, a `<p>`. */
export function FieldError({ id, message }: FieldErrorProps): ReactNode {
  const slot = useFormSlots();
  return (
    <p {...slot('field-error')} id={id}>
      <Icon name="alert" />
      <span>{message}</span>
    </p>
  );
}
