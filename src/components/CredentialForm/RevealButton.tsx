'use client';
import type { ReactNode } from 'react';
import { useFormWords } from '../../internal/index.js';
import { IconButton } from '../parts/index.js';

export interface RevealButtonProps {
  /** Of the field. */
  label: string;
  controls: string;
  shown: boolean;
  onShownChange: (shown: boolean) => void;
}

/** Shows and hides a secret. A press leaves focus, and the caret, where it is: leaving the box would hide the secret first. */
export function RevealButton({ label, controls, shown, onShownChange }: RevealButtonProps): ReactNode {
  const form = useFormWords();
  return (
    <IconButton
      icon={shown ? 'eye-off' : 'eye'}
      label={form.show(label)}
      aria-pressed={shown}
      aria-controls={controls}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onShownChange(!shown)}
    />
  );
}
