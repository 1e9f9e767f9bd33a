'use client';
import { useCallback, useEffect, useRef } from 'react';
import type { ConnectorDefinition } from '../../core/index.js';
import { useStableCallback } from './useStableCallback.js';

/** Milliseconds that a pointer or the highlight rests on a service before it counts: passing over a list asks for nothing. */
const REST = 80;

/** Tells once somebody is about to choose a service; the same one only once in a row. Null: nobody is. */
export function useIntent(onIntent: (definition: ConnectorDefinition) => void = ignore): (definition: ConnectorDefinition | null) => void {
  const tell = useStableCallback(onIntent);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const told = useRef<string | null>(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(
    (definition) => {
      clearTimeout(timer.current);
      if (definition === null || definition.id === told.current) return;
      timer.current = setTimeout(() => {
        told.current = definition.id;
        tell(definition);
      }, REST);
    },
    [tell],
  );
}

const ignore = () => undefined;
