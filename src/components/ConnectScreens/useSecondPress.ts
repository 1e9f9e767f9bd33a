'use client';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { LaterScreens } from './loadLaterScreens.js';

/**
 * Guards the screens against a second press that means the screen before.
 * @param screen Stands in the element whose presses are heard.
 * @param shown What is on the screen.
 * @param later Null until a press can have brought another one.
 */
export function useSecondPress(screen: RefObject<HTMLElement | null>, shown: unknown, later: LaterScreens | null): void {
  const latest = useRef(shown);
  useLayoutEffect(() => {
    latest.current = shown;
  });
  useEffect(() => {
    const around = screen.current?.parentElement;
    return around ? later?.listenForSecondPress(around, () => latest.current) : undefined;
  }, [screen, later]);
}
