'use client';
import { startTransition, useEffect, useState } from 'react';

/**
 * The value after it was painted itself: what is drawn from it never holds up the letter that somebody types. `useDeferredValue` would begin
 * before the paint.
 * @param atOnce There is little to draw: the value follows in the same paint.
 */
export function useFollowing<Value>(value: Value, atOnce: boolean): Value {
  const [followed, setFollowed] = useState(value);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A frame's callbacks run before its paint, a timer of theirs after it.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setFollowed(value)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value]);
  return atOnce ? value : followed;
}
