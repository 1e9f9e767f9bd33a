'use client';
import { useEffect, useState } from 'react';

/**
 * True once a wait has lasted long enough to need an explanation.
 * @param wait Names what is waited for; null while nothing is. Another name begins anew.
 * @param afterMs Milliseconds.
 */
export function useLong(wait: string | null, afterMs: number): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (wait === null) return;
    const timer = setTimeout(() => setLong(true), afterMs);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [wait, afterMs]);
  return long;
}
