'use client';
import { useContext, useEffect } from 'react';
import { FormContext } from './context.js';

/** Says what a note says for as long as the note is there, unless something else has been said since. */
export function useSaid(said: string): void {
  const { announce } = useContext(FormContext);
  useEffect(() => {
    announce?.(said);
    return () => announce?.((now) => (now === said ? '' : now));
  }, [announce, said]);
}
