'use client';
import { type ReactNode, useState } from 'react';
import type { ConnectError } from '../../core/index.js';
import { useErrorWords, usePlaygroundWords } from '../../internal/index.js';
import { ErrorDetails } from '../ConnectScreens/ErrorDetails.js';
import { Button, Notice, wayOn } from '../parts/index.js';
import { reconnectAfter } from './reconnectAfter.js';

export interface OperationsFailureProps {
  error: ConnectError;
  onRetry: (() => void) | undefined;
  onReconnect: (() => void) | undefined;
  service: string;
}

/** Why there are no operations, the way on, and what to quote to support. */
export function OperationsFailure({ error, onRetry, onReconnect, service }: OperationsFailureProps): ReactNode {
  const { operations, reconnect, signInRefused } = usePlaygroundWords();
  const told = useErrorWords()[error.code]({ service, ofApp: true });
  // Its button says the rest: nothing was run yet that could be run again.
  const { title, text } = error.code === 'credentials_refused' ? signInRefused({ service, reconnects: false }) : told;
  const [failed, setFailed] = useState(() => ({ error, at: new Date() }));
  if (failed.error !== error) setFailed({ error, at: new Date() });
  const signIn = reconnectAfter(error, onReconnect);
  const { label, press } =
    signIn === undefined ? wayOn(error.code, told.action, { label: operations.retry, press: onRetry }) : { label: reconnect, press: signIn };
  const actions = (
    <>
      {press !== undefined && (
        <Button size="sm" onClick={press}>
          {label}
        </Button>
      )}
      <ErrorDetails error={error} failedAt={failed.at} />
    </>
  );
  return (
    <Notice tone="danger" role="alert" title={title} actions={actions}>
      {text}
    </Notice>
  );
}
