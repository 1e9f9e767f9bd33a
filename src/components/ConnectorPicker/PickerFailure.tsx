'use client';
import type { ReactNode } from 'react';
import type { ConnectError, ConnectErrorCode } from '../../core/index.js';
import { useErrorWords, useFlowWords, usePickerWords } from '../../internal/index.js';
import { Button, Details, Facts, Notice, wayOn } from '../parts/index.js';

/** Failures whose common words speak of one service: here it is the list that did not come. */
const LIST_NOT_ANSWERED: ReadonlySet<ConnectErrorCode> = new Set(['upstream_unavailable', 'upstream_invalid', 'timeout', 'rate_limited']);

export interface PickerFailureProps {
  error: ConnectError;
  /** An older list is shown below. */
  stale: boolean;
  loading: boolean;
  onRetry: (() => void) | undefined;
  appName: string | undefined;
}

/** Why there is no list, or why it is an old one. */
export function PickerFailure({ error, stale, loading, onRetry, appName }: PickerFailureProps): ReactNode {
  const picker = usePickerWords();
  const errors = useErrorWords();
  const flow = useFlowWords();
  const told = errors[error.code]({ app: appName, ofApp: true });
  const words = LIST_NOT_ANSWERED.has(error.code) ? (stale ? picker.stale : picker.failed) : told;
  const { label, press } = wayOn(error.code, told.action, { label: picker.retry, press: onRetry });
  const actions = (
    <>
      {press !== undefined && (
        <Button size="sm" loading={loading} onClick={press}>
          {label}
        </Button>
      )}
      <Details summary={flow.failed.details}>
        <Facts facts={factsOf(error, flow.failed.facts)} />
      </Details>
    </>
  );
  return (
    <Notice tone={stale ? 'warning' : 'danger'} role="alert" title={words.title} actions={actions}>
      {words.text}
    </Notice>
  );
}

const factsOf = ({ code, requestId }: ConnectError, names: { code: string; request: string }): [name: string, value: string][] => [
  [names.code, code],
  ...(requestId === undefined ? [] : [[names.request, requestId] satisfies [string, string]]),
];
