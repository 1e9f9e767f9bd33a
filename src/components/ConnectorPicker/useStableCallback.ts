'use client';
import { useCallback, useInsertionEffect, useRef } from 'react';

/** A function that stays the same and calls the last one given: hosts write theirs anew in each render. It is set before any effect of a child runs. */
export function useStableCallback<Args extends readonly unknown[]>(callback: (...args: Args) => void): (...args: Args) => void {
  const latest = useRef(callback);
  useInsertionEffect(() => {
    latest.current = callback;
  });
  return useCallback((...args) => latest.current(...args), []);
}
