'use client';
import type { ReactNode } from 'react';
import type { ConnectError } from '../../core/index.js';
import { useErrorWords, usePlaygroundWords } from '../../internal/index.js';
import { Button, Notice } from '../parts/index.js';
import { reconnectAfter } from './reconnectAfter.js';

export interface OperationsFailureProps {
  error: ConnectError;
  onRetry: (() => void) | undefined;
  onReconnect: (() => void) | undefined;
  service: string;
}

/** Why there are no operations, and the way on. */
export function OperationsFailure({ error, onRetry, onReconnect, service }: OperationsFailureProps): ReactNode {
  const { operations, reconnect } = usePlaygroundWords();
  const { title, text } = useErrorWords()[error.code]({ service });
  const signIn = reconnectAfter(error, onReconnect);
  const press = signIn ?? onRetry;
  return (
    <Notice
      tone="danger"
      role="alert"
      title={title}
      actions={
        press && (
          <Button size="sm" onClick={press}>
            {signIn === undefined ? operations.retry : reconnect}
          </Button>
        )
      }
    >
      {text}
    </Notice>
  );
}
