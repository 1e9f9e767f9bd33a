'use client';
import { createContext, type RefObject, useContext, useLayoutEffect } from 'react';

/** Asked before a dialog closes: true holds it open. */
export type CloseGuard = () => boolean;

/** Of the dialog around; null outside of one. */
export const CloseGuardContext = createContext<RefObject<CloseGuard | null> | null>(null);

/**
 * Lets what a `Dialog` holds ask before Escape, or the browser's own way back, closes it. Outside of a dialog it does nothing.
 * @param guard Null while there is nothing to lose.
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
