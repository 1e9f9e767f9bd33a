'use client';
import type { ReactNode } from 'react';
import type { ConnectError } from '../../core/index.js';
import { useErrorWords, usePlaygroundWords } from '../../internal/index.js';
import { Button, Notice } from '../parts/index.js';

export interface OperationsFailureProps {
  error: ConnectError;
  onRetry: (() => void) | undefined;
  service: string;
}

/** Why there are no operations. */
export function OperationsFailure({ error, onRetry, service }: OperationsFailureProps): ReactNode {
  const { operations } = usePlaygroundWords();
  const errors = useErrorWords();
  const actions = onRetry !== undefined && (
    <Button size="sm" onClick={onRetry}>
      {operations.retry}
    </Button>
  );
  return <Notice tone="danger" role="alert" title={errors[error.code]({ service }).title} actions={actions || undefined} />;
}
