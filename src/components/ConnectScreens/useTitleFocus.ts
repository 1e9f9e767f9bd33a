'use client';
import { type RefObject, useEffect, useRef } from 'react';
import type { ConnectFlowState } from '../../core/index.js';

export interface TitleFocusOptions {
  /** Holds the head and the screen below it. */
  flow: RefObject<HTMLElement | null>;
  titleId: string;
  state: ConnectFlowState;
  /** In place of the screen something else is shown until its script is there. */
  awaited: boolean;
  /** Move focus also to the first screen. */
  autoFocus: boolean;
}

/**
 * Moves focus to the title of each new screen: of one that was on its way unless somebody is about to leave by the head, which stays, or is
 * elsewhere in the page, which the flow was part of from the start.
 */
export function useTitleFocus({ flow, titleId, state, awaited, autoFocus }: TitleFocusOptions): void {
  const screen = awaited ? 'loading' : screenOf(state);
  const takesFocusItself = takesFocus(state, autoFocus);
  const seen = useRef<string | null>(null);
  // Read before the screen that has it goes: with that it would be nowhere.
  const isInside = flow.current?.contains(document.activeElement) ?? false;
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
    if (awaitedUntilNow && !(autoFocus || isInside)) return;
    if (!(awaitedUntilNow && isAtHead(title))) title.focus();
  }, [titleId, screen, takesFocusItself, autoFocus, isInside]);
}

/** The form stays while its values are stored. */
const screenOf = ({ step }: ConnectFlowState): string => (step === 'submitting' ? 'configuring' : step);

/** The picker's search and a refused field take the focus themselves. */
const takesFocus = (state: ConnectFlowState, autoFocus: boolean): boolean =>
  (state.step === 'picking' && autoFocus) || (state.step === 'configuring' && state.error !== null);

/** Whether the focus is on a button of the head. */
const isAtHead = (title: HTMLElement): boolean => Boolean(title.closest('[data-ack-slot=flow-screen]')?.querySelector('header :focus'));
