'use client';
import { type RefObject, useEffect, useState } from 'react';
import { formTrouble } from './formTrouble.js';

export interface EarlySubmit {
  /** What a submit takes could not be loaded: nothing was sent. */
  failed: boolean;
  /** Submits the form as soon as it can be. */
  wait: () => void;
}

/**
 * Keeps a submit that comes before the parts are there that it takes: it is made again then, no longer inside the press, so that a window
 * that it opens may be blocked. The screens of the flow load those parts before they draw a form.
 * @param ready Whether they are there.
 */
export function useEarlySubmit(form: RefObject<HTMLFormElement | null>, ready: boolean): EarlySubmit {
  const [waits, setWaits] = useState(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!waits || !ready) return;
    setWaits(false);
    form.current?.requestSubmit();
  }, [form, waits, ready]);
  const wait = () => {
    setWaits(true);
    setFailed(false);
    formTrouble.load().catch(() => {
      setWaits(false);
      setFailed(true);
    });
  };
  return { failed, wait };
}
