'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type CloseGuard, useCloseGuard } from '../Dialog/index.js';

export interface DiscardQuestionState {
  /** Whether the question is on the screen. */
  asking: boolean;
  /** Closes, or asks first. */
  close: () => void;
  /** Back to what was typed, and to where the focus was. */
  keep: () => void;
  discard: () => void;
}

export interface DiscardQuestionOptions {
  /** Closing now would throw something away. */
  dirty: boolean;
  /** Closing now would end what was begun. A press beside the dialog, which may only bring its window to the front, does nothing. */
  held: boolean;
  onClose: () => void;
}

/**
 * Asks before something typed is thrown away: by a button of the screens, or by Escape or a press beside the dialog around. A second Escape means no.
 */
export function useDiscardQuestion({ dirty, held, onClose }: DiscardQuestionOptions): DiscardQuestionState {
  const [asked, setAsked] = useState(false);
  const asking = asked && dirty;
  // What was typed may be forgotten meanwhile: then there is nothing to ask, now and for the next form.
  if (asked && !dirty) setAsked(false);
  const focused = useRef<Element | null>(null);
  const toggle = useCallback(() => {
    if (!asking) focused.current = document.activeElement;
    setAsked(!asking);
  }, [asking]);
  const guard = useCallback<CloseGuard>(
    (cause) => {
      if (cause === 'escape' || !(asking || held)) toggle();
      return true;
    },
    [asking, held, toggle],
  );
  useCloseGuard(dirty ? guard : held ? holdsOutside : null);
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

const holdsOutside: CloseGuard = (cause) => cause === 'outside';
