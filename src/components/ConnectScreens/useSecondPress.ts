'use client';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** Two taps within this time and distance are one double tap: browsers count clicks of a mouse, but not taps. */
const TAP_MS = 300;
const TAP_PX = 16;

interface Click {
  shown: unknown;
  event: MouseEvent;
}

/**
 * The second click of a double click, and a key that is held down, do nothing on a screen that the first has brought: under them is another
 * control now. The same where the first has opened the dialog around.
 * @param screen Stands in the element whose presses are heard.
 * @param shown What is on the screen: another one is another screen.
 */
export function useSecondPress(screen: RefObject<HTMLElement | null>, shown: unknown): void {
  const latest = useRef(shown);
  useLayoutEffect(() => {
    latest.current = shown;
  });
  useEffect(() => {
    const around = screen.current?.parentElement;
    let last: Click | null = null;
    const onClick = (event: MouseEvent) => {
      const second = event.detail > 1 || (last !== null && isSecondTap(last.event, event));
      const stray = second && last?.shown !== latest.current;
      last = { shown: latest.current, event };
      if (!stray) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    around?.addEventListener('click', onClick, true);
    around?.addEventListener('keydown', onKeyDown, true);
    return () => {
      around?.removeEventListener('click', onClick, true);
      around?.removeEventListener('keydown', onKeyDown, true);
    };
  }, [screen]);
}

const isSecondTap = (first: MouseEvent, event: MouseEvent): boolean =>
  event instanceof PointerEvent &&
  event.pointerType === 'touch' &&
  event.timeStamp - first.timeStamp < TAP_MS &&
  Math.hypot(event.clientX - first.clientX, event.clientY - first.clientY) < TAP_PX;

/** Each repeat of Enter would press a button once more, and each of Escape ask or close. Lines of a long text are another thing. */
function onKeyDown(event: KeyboardEvent): void {
  const held = event.repeat && (event.key === 'Enter' || event.key === 'Escape');
  if (held && event.target instanceof Element && !event.target.matches('textarea, [contenteditable]')) event.preventDefault();
}
