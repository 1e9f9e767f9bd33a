'use client';
import { useEffect, useState } from 'react';

/** Whole seconds since `active` became true; 0 while it is false. */
export function useElapsedSeconds(active: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (!active) return;
    const start = Date.now();
    setSeconds(0);
    const timer = setInterval(() => setSeconds(Math.floor((Date.now() - start) / 1000)), 1000);
    return () => clearInterval(timer);
  }, [active]);
  return active ? seconds : 0;
}

/** Seconds left of a wait that begins when `occasion` changes. @param seconds Length of the wait; undefined or 0 is none. */
export function useSecondsLeft(seconds: number | undefined, occasion: unknown): number {
  const [wait, setWait] = useState({ occasion, left: seconds ?? 0 });
  const current = wait.occasion === occasion ? wait : { occasion, left: seconds ?? 0 };
  if (current !== wait) setWait(current);
  useEffect(() => {
    if (seconds === undefined || seconds <= 0) return;
    const end = Date.now() + seconds * 1000;
    const timer = setInterval(() => {
      const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      setWait({ occasion, left });
      if (left === 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [seconds, occasion]);
  return current.left;
}
