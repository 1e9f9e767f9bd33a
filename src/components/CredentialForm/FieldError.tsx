'use client';
import type { ReactNode } from 'react';
import { Icon } from '../parts/index.js';
import { useFormSlots } from './context.js';

/** Why a value was not accepted. */
export function FieldError({ id, message }: { id: string | undefined; message: string }): ReactNode {
  const slot = useFormSlots();
  return (
    <p {...slot('field-error')} id={id}>
      <Icon name="alert" />
      <span>{message}</span>
    </p>
  );
}
