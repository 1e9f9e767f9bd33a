'use client';
import { type RefCallback, useRef, useState } from 'react';
import { isSavedSecret } from '../../form/index.js';

export interface SavedSecretState {
  /** A stored secret is kept as it is: there is nothing to show and nothing to type into. */
  locked: boolean;
  /** Empties the box, so that a new secret can be typed. Focus goes there. */
  replace: () => void;
  /** Brings the stored secret back; undefined where none was replaced. Focus goes to Replace. */
  cancel: (() => void) | undefined;
  /** For the box and for the Replace button: whichever appears because of a press takes focus. */
  takeFocus: RefCallback<HTMLElement>;
}

/** A secret that is stored already. Its value is a token of the form; no part of the secret is in the page. */
export function useSavedSecret(value: unknown, onValueChange: (value: unknown) => void): SavedSecretState {
  const [replaced, setReplaced] = useState<unknown>(null);
  const moved = useRef(false);
  const locked = isSavedSecret(value);
  const change = (next: unknown, kept: unknown) => {
    moved.current = true;
    setReplaced(kept);
    onValueChange(next);
  };
  return {
    locked,
    replace: () => change('', value),
    cancel: locked || replaced === null ? undefined : () => change(replaced, null),
    takeFocus: (node) => {
      if (node === null || !moved.current) return;
      moved.current = false;
      node.focus();
    },
  };
}
