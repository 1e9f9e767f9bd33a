'use client';

import { useEffect, useRef } from 'react';
import type { ConnectError, ExecuteInput, ExecuteResult } from '../core/index.js';
import { useExecute } from './useExecute.js';

export interface UseRunResult {
  result: ExecuteResult | null;
  error: ConnectError | null;
  running: boolean;
  run(input: ExecuteInput): void;
  stop(): void;
}

/** One operation at a time, with a stop: what a playground needs of `useExecute`. A stopped run is no failure. */
export function useRun(): UseRunResult {
  const { mutate, reset, data = null, error, isPending } = useExecute();
  const controller = useRef<AbortController | null>(null);
  const stop = () => {
    controller.current?.abort();
    reset();
  };
  const run = (input: ExecuteInput) => {
    controller.current?.abort();
    controller.current = new AbortController();
    mutate({ ...input, signal: controller.current.signal });
  };
  useEffect(() => () => controller.current?.abort(), []);
  return { result: data, error, running: isPending, run, stop };
}
