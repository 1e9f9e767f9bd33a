'use client';

import { useEffect, useRef, useState } from 'react';
import { ConnectError, type ExecuteInput, type ExecuteResult } from '../core/index.js';
import { useExecute } from './useExecute.js';

export interface UseRunResult {
  result: ExecuteResult | null;
  /** `aborted` after a stop, however far the run came. */
  error: ConnectError | null;
  running: boolean;
  run(input: ExecuteInput): void;
  stop(): void;
}

/** One operation at a time, with a stop: what a playground needs of `useExecute`. */
export function useRun(): UseRunResult {
  const { mutate, reset, data = null, error, isPending } = useExecute();
  const [stopped, setStopped] = useState<ConnectError | null>(null);
  const controller = useRef<AbortController | null>(null);
  const stop = () => {
    controller.current?.abort();
    reset();
    setStopped(new ConnectError('aborted', 'The run was stopped; its operation may have been carried out.'));
  };
  const run = (input: ExecuteInput) => {
    setStopped(null);
    controller.current?.abort();
    controller.current = new AbortController();
    mutate({ ...input, signal: controller.current.signal });
  };
  useEffect(() => () => controller.current?.abort(), []);
  return { result: data, error: stopped ?? error, running: isPending, run, stop };
}
