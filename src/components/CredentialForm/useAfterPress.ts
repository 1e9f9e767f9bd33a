'use client';
import { useCallback, useEffect } from 'react';

/** What waits for the end of a press. */
const waiting = new Set<() => void>();
let pressed = false;
let users = 0;

const press = (): void => {
  pressed = true;
};

/** In a click's own turn before the page's handlers, which then see what it changed; without a click soon after the release. */
const end = (): void => {
  pressed = false;
  const runs = [...waiting];
  waiting.clear();
  for (const run of runs) run();
};

const endSoon = (): void => void setTimeout(end);

const LISTENERS = [
  ['pointerdown', press],
  ['mousedown', press],
  ['pointerup', endSoon],
  ['mouseup', endSoon],
  ['pointercancel', endSoon],
  ['click', end],
  ['keydown', end],
] as const;

function watch(): () => void {
  users += 1;
  if (users === 1) for (const [type, listener] of LISTENERS) document.addEventListener(type, listener, true);
  return () => {
    users -= 1;
    if (users === 0) for (const [type, listener] of LISTENERS) document.removeEventListener(type, listener, true);
  };
}

/**
 * Runs what leaving a box changes: at once after a key, and after the press where a press has left it. The page stays as it is between the
 * down and the up of a press: a button that moved away under it would get no click.
 * @example const afterPress = useAfterPress(); // onBlur={() => afterPress(() => setLeft(true))}
 */
export function useAfterPress(): (run: () => void) => void {
  useEffect(watch, []);
  return useCallback((run) => {
    if (pressed) waiting.add(run);
    else run();
  }, []);
}
