'use client';
import { useEffect, useRef } from 'react';
import type { ConnectFlowState } from '../../core/index.js';

export interface TitleFocusOptions {
  titleId: string;
  state: ConnectFlowState;
  /** In place of the screen something else is shown until its script is there. */
  awaited: boolean;
  /** Move focus also to the first screen. */
  autoFocus: boolean;
}

/** Moves focus to the title of each new screen. */
export function useTitleFocus({ titleId, state, awaited, autoFocus }: TitleFocusOptions): void {
  const screen = awaited ? 'loading' : screenOf(state);
  const takesFocusItself = takesFocus(state);
  const seen = useRef<string | null>(null);
  // A dialog that is mounted anew (Strict Mode does) gave the focus back in between.
  useEffect(
    () => () => {
      seen.current = null;
    },
    [],
  );
  useEffect(() => {
    const first = seen.current === null;
    const same = seen.current === screen;
    seen.current = screen;
    if (same || takesFocusItself || (first && !autoFocus)) return;
    document.getElementById(titleId)?.focus();
  }, [titleId, screen, takesFocusItself, autoFocus]);
}

/** The form stays while its values are stored. */
const screenOf = ({ step }: ConnectFlowState): string => (step === 'submitting' ? 'configuring' : step);

/** The picker's search and a refused field take the focus themselves. */
const takesFocus = (state: ConnectFlowState): boolean => state.step === 'picking' || (state.step === 'configuring' && state.error !== null);
