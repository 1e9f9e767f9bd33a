'use client';
import type { ReactNode } from 'react';
import { useFormSlots } from './context.js';
import { moreControls } from './moreControls.js';
import type { ControlProps } from './types.js';

export interface LaterControlProps extends ControlProps {
  name: 'DateControl' | 'DateTimeControl' | 'JsonControl' | 'MultilineSecretControl' | 'TagsControl';
}

/** A control that is loaded when it is first drawn. Until then an empty box stands in its place, about as high, that takes no text. */
export function LaterControl({ name, ...props }: LaterControlProps): ReactNode {
  const Loaded = moreControls.use('a control')?.[name];
  const slot = useFormSlots();
  if (Loaded !== undefined) return <Loaded {...props} />;
  const box = { id: props.attributes.id, disabled: true, 'aria-busy': true };
  if (name === 'JsonControl') return <textarea {...slot('textarea')} {...box} rows={4} />;
  return name === 'MultilineSecretControl' ? <textarea {...slot('textarea')} {...box} rows={3} /> : <input {...slot('input')} {...box} />;
}
