'use client';
import { type RefObject, useEffect, useRef, useState } from 'react';

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
  const [wanted] = useState(autoFocus);
  useEffect(() => {
    if (wanted) input.current?.focus();
  }, [wanted, input]);
  useEffect(() => {
    if (hadFailed.current && !failed && document.activeElement === document.body) input.current?.focus();
    hadFailed.current = failed;
  }, [failed, input]);
}
