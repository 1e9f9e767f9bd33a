'use client';
import { createContext, type RefObject, useContext, useLayoutEffect } from 'react';

/** What would close a dialog: a key, or the browser's own way back; or a press beside it. */
export type CloseCause = 'escape' | 'outside';

/** Asked before a dialog closes: true holds it open. */
export type CloseGuard = (cause: CloseCause) => boolean;

/** Of the dialog around; null outside of one. */
export const CloseGuardContext = createContext<RefObject<CloseGuard | null> | null>(null);

/**
 * Lets what a `Dialog` holds ask before Escape, the browser's own way back, or a press beside it closes it. Outside of a dialog it does nothing.
 * @param guard Null while nothing speaks against it.
 */
export function useCloseGuard(guard: CloseGuard | null): void {
  const slot = useContext(CloseGuardContext);
  useLayoutEffect(() => {
    if (slot === null) return;
    slot.current = guard;
    return () => {
      slot.current = null;
    };
  }, [slot, guard]);
}
