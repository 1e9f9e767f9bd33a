'use client';
import { type RefCallback, useRef, useState } from 'react';
import { isSavedSecret } from '../../form/index.js';
import { focusInside } from './focusField.js';
import type { ControlProps } from './types.js';

export interface SavedSecretState {
  /** A stored secret is kept as it is: there is nothing to show and nothing to type into. */
  locked: boolean;
  /** Empties the box, so that a new secret can be typed. Focus goes there. */
  replace: () => void;
  /** Brings the stored secret back; undefined where none was replaced. Focus goes to Replace. */
  cancel: (() => void) | undefined;
  /** For the box, or what stands around it, and for the Replace button: whichever appears because of a press takes focus. */
  takeFocus: RefCallback<HTMLElement>;
}

const REPLACE_BUTTON = '[data-saved] > button';

/**
 * A secret that is stored already. Its value is a token of the form; no part of the secret is in the page. A form keeps what is being
 * replaced in its draft; a control on its own keeps it as long as it is drawn.
 */
export function useSavedSecret({
  value,
  onValueChange,
  onReplace,
  onRestore,
}: Pick<ControlProps, 'value' | 'onValueChange' | 'onReplace' | 'onRestore'>): SavedSecretState {
  const [replaced, setReplaced] = useState<unknown>(null);
  const moved = useRef(false);
  const locked = isSavedSecret(value);
  const replaceHere = () => {
    setReplaced(value);
    onValueChange('');
  };
  const restoreHere = () => {
    setReplaced(null);
    onValueChange(replaced);
  };
  const restore = onReplace === undefined && replaced !== null ? restoreHere : onRestore;
  const moving = (change: () => void) => () => {
    moved.current = true;
    change();
  };
  return {
    locked,
    replace: moving(onReplace ?? replaceHere),
    cancel: locked || restore === undefined ? undefined : moving(restore),
    takeFocus: (node) => {
      if (node === null || !moved.current) return;
      moved.current = false;
      focusInside(node.querySelector<HTMLElement>(REPLACE_BUTTON) ?? node);
    },
  };
}
