'use client';
import { useState } from 'react';
import type { Operation } from '../../core/index.js';
import type { ExecutePlaygroundProps } from './ExecutePlayground.js';
import { isSameOperation, type OperationRef } from './operationTree.js';

type Params = Readonly<Record<string, unknown>>;

/** What was last asked for: of which operation, with what, and which page of it. */
interface Run extends OperationRef {
  params: Params;
  /** From 1. */
  page: number;
}

export interface Runs {
  /** The last run belongs to the operation that is looked at. A result that was there from the start does too, until one leaves it. */
  shown: boolean;
  page: number;
  run: (params: Params) => void;
  next: ((nextParams: Params) => void) | undefined;
  /** Undefined for a write: it has to be agreed to again. Null where nothing was run here yet. */
  retry: (() => void) | null | undefined;
  /** Another operation is chosen. */
  leave: () => void;
}

/** Keeps which run a result belongs to, so that one operation never shows the answer of another. */
export function useRuns({ operation, onRun, onNextPage }: { operation: Operation | null } & Pick<ExecutePlaygroundProps, 'onRun' | 'onNextPage'>): Runs {
  const [last, setLast] = useState<Run | null>(null);
  const [left, setLeft] = useState<OperationRef | null>(null);
  const current = operation === null ? null : { entity: operation.entity, action: operation.action };
  const owner = last ?? left;

  const ask = (params: Params, page: number) => {
    if (current === null) return;
    setLast({ ...current, params, page });
    if (page === 1) onRun({ ...current, params });
    else onNextPage?.(params, current);
  };
  return {
    shown: owner === null || isSameOperation(owner, current),
    page: last?.page ?? 1,
    run: (params) => ask(params, 1),
    next: onNextPage && ((nextParams) => ask(nextParams, (last?.page ?? 1) + 1)),
    retry: operation?.kind === 'write' ? undefined : last && (() => ask(last.params, last.page)),
    leave: () => setLeft((first) => first ?? current),
  };
}
