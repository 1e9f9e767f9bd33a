'use client';
import { useSyncExternalStore } from 'react';

const nothingChanges = () => () => undefined;

/** Whether this is drawn on a server, or over what was drawn there: then it says what both say alike, and what only a browser knows right after. */
export const useHydrating = (): boolean =>
  useSyncExternalStore(
    nothingChanges,
    () => false,
    () => true,
  );
