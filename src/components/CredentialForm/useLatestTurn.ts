'use client';
import { useEffect, useRef } from 'react';

/** Tells a task that waits whether it is still the last one that began, in a component that is still shown. */
export function useLatestTurn(): () => () => boolean {
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );
  return () => {
    turn.current += 1;
    const mine = turn.current;
    return () => mine === turn.current;
  };
}
