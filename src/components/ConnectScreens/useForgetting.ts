'use client';
import { useEffect, useRef } from 'react';

/** A tab that was hidden this long has forgotten what was typed, in milliseconds. */
const HIDDEN_MS = 10 * 60_000;

/** Calls `forget` when the page is left, and when the tab was hidden for ten minutes. */
export function useForgetting(forget: () => void): void {
  const latest = useRef(forget);
  useEffect(() => {
    latest.current = forget;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hiddenAt: number | null = null;
    const onPageHide = () => latest.current();
    const onVisibility = () => {
      clearTimeout(timer);
      // Timers stand still in a laptop that sleeps: the clock tells how long it was.
      if (document.visibilityState === 'visible' && hiddenAt !== null && Date.now() - hiddenAt >= HIDDEN_MS) latest.current();
      hiddenAt = document.visibilityState === 'hidden' ? Date.now() : null;
      if (hiddenAt !== null) timer = setTimeout(onPageHide, HIDDEN_MS);
    };
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('pagehide', onPageHide);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('pagehide', onPageHide);
    };
  }, []);
}
