'use client';
import type { ReactNode } from 'react';
import type { ConnectError } from '../../core/index.js';
import { useCopy, useFlowWords } from '../../internal/index.js';
import { Button, Details, Facts, Icon } from '../parts/index.js';

export interface ErrorDetailsProps {
  error: Pick<ConnectError, 'code' | 'requestId'>;
  failedAt: Date;
}

/** For whoever helps: code, reference and time. Never a message, which is for developers. */
export function ErrorDetails({ error, failedAt }: ErrorDetailsProps): ReactNode {
  const { failed } = useFlowWords();
  const { state, copy } = useCopy();
  const copied = state === 'copied';
  const time = failedAt.toISOString();
  const facts: [string, ReactNode][] = [
    [
      failed.facts.code,
      <code key="code" data-ack-slot="code">
        {error.code}
      </code>,
    ],
  ];
  if (error.requestId !== undefined)
    facts.push([
      failed.facts.request,
      <code key="request" data-ack-slot="code">
        {error.requestId}
      </code>,
    ]);
  facts.push([
    failed.facts.time,
    <time key="time" dateTime={time}>
      {failed.when(failedAt)}
    </time>,
  ]);
  return (
    <Details summary={failed.details}>
      <Facts facts={facts} />
      <Button size="sm" onClick={() => copy(JSON.stringify({ code: error.code, requestId: error.requestId, time }))}>
        <Icon name={copied ? 'check' : 'copy'} />
        {copied ? failed.copied : state === 'failed' ? failed.copyFailed : failed.copy}
      </Button>
    </Details>
  );
}
