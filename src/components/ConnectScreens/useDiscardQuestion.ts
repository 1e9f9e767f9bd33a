'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useCloseGuard } from '../Dialog/index.js';

export interface DiscardQuestionState {
  /** Whether the question is on the screen. */
  asking: boolean;
  /** Closes, or asks first. */
  close: () => void;
  /** Back to what was typed, and to where the focus was. */
  keep: () => void;
  discard: () => void;
}

/**
 * Asks before something typed is thrown away: by a button of the screens, or by Escape in the dialog around. A second Escape means no.
 * @param dirty Whether closing now would throw something away.
 */
export function useDiscardQuestion(dirty: boolean, onClose: () => void): DiscardQuestionState {
  const [asked, setAsked] = useState(false);
  const asking = asked && dirty;
  // What was typed may be forgotten meanwhile: then there is nothing to ask, now and for the next form.
  if (asked && !dirty) setAsked(false);
  const focused = useRef<Element | null>(null);
  const toggle = useCallback(() => {
    if (!asking) focused.current = document.activeElement;
    setAsked(!asking);
  }, [asking]);
  const guard = useCallback(() => {
    toggle();
    return true;
  }, [toggle]);
  useCloseGuard(dirty ? guard : null);
  useEffect(() => {
    if (asking || !(focused.current instanceof HTMLElement)) return;
    focused.current.focus();
    focused.current = null;
  }, [asking]);
  return {
    asking,
    close: dirty ? toggle : onClose,
    keep: toggle,
    discard() {
      focused.current = null;
      setAsked(false);
      onClose();
    },
  };
}
