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

/** Moves focus to the title of each new screen: of one that was on its way unless somebody is about to leave by the head, which stays. */
export function useTitleFocus({ titleId, state, awaited, autoFocus }: TitleFocusOptions): void {
  const screen = awaited ? 'loading' : screenOf(state);
  const takesFocusItself = takesFocus(state, autoFocus);
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
    const awaitedUntilNow = seen.current === 'loading';
    seen.current = screen;
    const title = document.getElementById(titleId);
    if (same || title === null || takesFocusItself || (first && !autoFocus)) return;
    if (!(awaitedUntilNow && isAtHead(title))) title.focus();
  }, [titleId, screen, takesFocusItself, autoFocus]);
}

/** The form stays while its values are stored. */
const screenOf = ({ step }: ConnectFlowState): string => (step === 'submitting' ? 'configuring' : step);

/** The picker's search and a refused field take the focus themselves. */
const takesFocus = (state: ConnectFlowState, autoFocus: boolean): boolean =>
  (state.step === 'picking' && autoFocus) || (state.step === 'configuring' && state.error !== null);

/** Whether the focus is on a button of the head. */
const isAtHead = (title: HTMLElement): boolean => Boolean(title.closest('[data-ack-slot=flow-screen]')?.querySelector('header :focus'));
