'use client';
import { useCallback, useEffect, useRef } from 'react';

/** A function that stays the same and calls the last one given: hosts write theirs anew in each render. */
export function useLatest<Args extends readonly unknown[]>(callback: (...args: Args) => void): (...args: Args) => void {
  const latest = useRef(callback);
  useEffect(() => {
    latest.current = callback;
  });
  return useCallback((...args) => latest.current(...args), []);
}
