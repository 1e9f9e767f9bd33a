'use client';
import type { ReactNode, RefCallback } from 'react';
import { useControlWords } from '../../internal/index.js';
import { Button, Icon } from '../parts/index.js';
import { useFormSlots } from './context.js';
import type { ControlAttributes } from './types.js';

export interface SavedSecretProps {
  /** Of the field. */
  label: string;
  disabled: boolean;
  attributes: ControlAttributes;
  onReplace: () => void;
  /** Takes focus when a replacement is given up. */
  buttonRef: RefCallback<HTMLElement>;
}

/**
 * A secret that is stored, a locked `<input>` that says so and a button that makes room for another. The box holds that word and nothing
 * of the secret.
 */
export function SavedSecret({ label, disabled, attributes, onReplace, buttonRef }: SavedSecretProps): ReactNode {
  const { saved } = useControlWords();
  const slot = useFormSlots();
  return (
    <div {...slot('input-group', slot('input').className)} data-saved="" data-invalid={attributes['aria-invalid'] ? '' : undefined}>
      <Icon name="lock" />
      <input data-ack-slot="input" {...attributes} type="text" readOnly value={saved.value} />
      <Button ref={buttonRef} size="sm" variant="ghost" disabled={disabled} aria-label={saved.replaceOf(label)} onClick={onReplace}>
        {saved.replace}
      </Button>
    </div>
  );
}

export interface KeepSavedButtonProps {
  /** Of the field. */
  label: string;
  disabled: boolean;
  onCancel: (() => void) | undefined;
}

/** Gives up a replacement: the stored secret stays. Nothing where none is being replaced. */
export function KeepSavedButton({ label, disabled, onCancel }: KeepSavedButtonProps): ReactNode {
  const { saved } = useControlWords();
  if (onCancel === undefined) return null;
  return (
    <Button size="sm" variant="ghost" disabled={disabled} aria-label={saved.cancelOf(label)} onClick={onCancel}>
      {saved.cancel}
    </Button>
  );
}
