'use client';
import { useEffect, useState } from 'react';

/** A wait over this needs an explanation, in milliseconds. */
const LONG = 10_000;

/** True once `waiting` has lasted long. */
export function useLong(waiting: boolean): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setLong(true), LONG);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [waiting]);
  return long;
}
