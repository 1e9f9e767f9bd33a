'use client';
import { type ReactNode, useState } from 'react';
import type { ConnectError, ConnectErrorCode } from '../../core/index.js';
import { useErrorWords, usePlaygroundWords } from '../../internal/index.js';
import { ErrorDetails } from '../ConnectScreens/ErrorDetails.js';
import { Button, Notice, wayOn } from '../parts/index.js';
import { usePlaygroundSlot } from './context.js';
import { reconnectAfter } from './reconnectAfter.js';
import { useSecondsLeft } from './useSeconds.js';

/** After these a write may have happened all the same. */
const UNCERTAIN: ReadonlySet<ConnectErrorCode> = new Set([
  'timeout',
  'network_unavailable',
  'backend_unavailable',
  'upstream_unavailable',
  'upstream_invalid',
  'aborted',
  'internal',
]);

export interface ResultErrorProps {
  error: ConnectError;
  service: string;
  /** The operation changes data. */
  writes: boolean;
  onRetry: (() => void) | undefined;
  onReconnect: (() => void) | undefined;
}

/** Why there is no answer, what was kept, the way on, and what to quote to support. */
export function ResultError({ error, service, writes, onRetry, onReconnect }: ResultErrorProps): ReactNode {
  const slot = usePlaygroundSlot();
  const playground = usePlaygroundWords();
  const errors = useErrorWords();
  const signIn = reconnectAfter(error, onReconnect);
  const told = errors[error.code]({ service });
  const { title, text } =
    error.code === 'credentials_refused'
      ? playground.signInRefused({ service, reconnects: signIn !== undefined })
      : error.code === 'invalid_input'
        ? playground.notAccepted({ service })
        : told;
  const [failedAt] = useState(() => new Date());
  const left = useSecondsLeft(error.retryAfter, error);
  const { label, press } = wayOn(error.code, told.action, { label: left > 0 ? playground.retryIn(left) : playground.retry, press: onRetry });
  return (
    <div {...slot('result-error')}>
      <Notice
        // Somebody wanted it so.
        tone={error.code === 'aborted' ? 'warning' : 'danger'}
        role="alert"
        title={title}
        reason={error.reason}
        actions={
          (signIn ?? press) && (
            <>
              {signIn !== undefined && (
                <Button size="sm" onClick={signIn}>
                  {playground.reconnect}
                </Button>
              )}
              {press !== undefined && (
                // The seconds are not announced one by one: the region is off while they run.
                <span aria-live="off">
                  <Button size="sm" disabled={left > 0} onClick={press}>
                    {label}
                  </Button>
                </span>
              )}
            </>
          )
        }
      >
        {writes && UNCERTAIN.has(error.code) ? playground.unknownOutcome({ service }) : text}
      </Notice>
      <ErrorDetails error={error} failedAt={failedAt} />
    </div>
  );
}
