'use client';
import { type RefObject, useEffect, useRef } from 'react';

export interface PickerFocusOptions {
  input: RefObject<HTMLInputElement | null>;
  /** Read when the picker appears. */
  autoFocus: boolean;
  /** There is a failure in place of the list. */
  failed: boolean;
}

/** The search has the focus when the picker appears, and again when a repeat took away the button that asked for it. */
export function usePickerFocus({ input, autoFocus, failed }: PickerFocusOptions): void {
  const hadFailed = useRef(false);
  const wanted = useRef(autoFocus);
  useEffect(() => {
    const lost = hadFailed.current && !failed && document.activeElement === document.body;
    hadFailed.current = failed;
    if (!wanted.current && !lost) return;
    input.current?.focus();
    wanted.current = false;
  }, [failed, input]);
}
