'use client';
import type { ReactNode } from 'react';
import type { ConnectError, ConnectErrorCode } from '../../core/index.js';
import { useCopy, useErrorWords, usePlaygroundWords } from '../../internal/index.js';
import { Button, Details, Facts, Icon, Notice } from '../parts/index.js';
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
  const { title, text } =
    error.code === 'credentials_refused' ? playground.signInRefused({ service, reconnects: signIn !== undefined }) : errors[error.code]({ service });
  const left = useSecondsLeft(error.retryAfter, error);
  return (
    <div {...slot('result-error')}>
      <Notice
        tone="danger"
        role="alert"
        title={title}
        reason={error.reason}
        actions={
          (signIn ?? onRetry) && (
            <>
              {signIn !== undefined && (
                <Button size="sm" onClick={signIn}>
                  {playground.reconnect}
                </Button>
              )}
              {onRetry !== undefined && (
                // The seconds are not announced one by one: the region is off while they run.
                <span aria-live="off">
                  <Button size="sm" disabled={left > 0} onClick={onRetry}>
                    {left > 0 ? playground.retryIn(left) : playground.retry}
                  </Button>
                </span>
              )}
            </>
          )
        }
      >
        {writes && UNCERTAIN.has(error.code) ? playground.unknownOutcome({ service }) : text}
      </Notice>
      <ErrorDetails error={error} />
    </div>
  );
}

function ErrorDetails({ error }: { error: ConnectError }): ReactNode {
  const { details, result } = usePlaygroundWords();
  const { state, copy } = useCopy();
  const facts: [string, string][] = [
    [details.code, error.code],
    [details.status, String(error.status)],
  ];
  if (error.requestId !== undefined) facts.push([details.request, error.requestId]);
  return (
    <Details summary={details.summary}>
      <Facts
        facts={facts.map(
          ([name, value]) =>
            [
              name,
              <code key={name} data-ack-slot="code">
                {value}
              </code>,
            ] as const,
        )}
      />
      <Button size="sm" onClick={() => copy(facts.map(([name, value]) => `${name}: ${value}`).join('\n'))}>
        <Icon name={state === 'copied' ? 'check' : 'copy'} />
        {state === 'copied' ? result.copied : state === 'failed' ? result.copyFailed : details.copy}
      </Button>
    </Details>
  );
}
