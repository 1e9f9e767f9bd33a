'use client';
import type { ReactNode } from 'react';
import type { ConnectError, ExecuteResult, Operation } from '../../core/index.js';
import { usePlaygroundSlot } from './context.js';
import { ResultAnswer } from './ResultAnswer.js';
import { ResultError } from './ResultError.js';
import { ResultFile } from './ResultFile.js';
import { ResultPending } from './ResultPending.js';

/** How the last run stands. */
export interface RunOutcome {
  service: string;
  result: ExecuteResult | null;
  running: boolean;
  elapsedMs: number | undefined;
  error: ConnectError | null;
  /** From 1. */
  page: number;
}

export interface ResultProps {
  operation: Operation;
  outcome: RunOutcome;
  onNextPage: ((nextParams: Readonly<Record<string, unknown>>) => void) | undefined;
  /** Repeats what failed; undefined where a person has to agree again. */
  onRetry: (() => void) | undefined;
  onReconnect: (() => void) | undefined;
  onStop: () => void;
}

/** What came of the last run: a wait, a failure, a file or an answer. */
export function Result({ operation, outcome, onNextPage, onRetry, onReconnect, onStop }: ResultProps): ReactNode {
  const slot = usePlaygroundSlot();
  const { service, result, running, elapsedMs, error, page } = outcome;
  if (!running && error === null && result === null) return null;
  return (
    <div {...slot('result')} aria-busy={running}>
      {running ? (
        <ResultPending service={service} elapsedMs={elapsedMs} onStop={onStop} />
      ) : error !== null ? (
        <ResultError error={error} service={service} writes={operation.kind === 'write'} onRetry={onRetry} onReconnect={onReconnect} />
      ) : result?.type === 'file' ? (
        <ResultFile file={result} />
      ) : (
        result !== null && <ResultAnswer operation={operation} service={service} result={result} page={page} onNextPage={onNextPage} />
      )}
    </div>
  );
}
