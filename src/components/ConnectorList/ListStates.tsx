'use client';
import { type ReactNode, useEffect, useRef } from 'react';
import type { ConnectError } from '../../core/index.js';
import { useErrorWords, useManagerWords } from '../../internal/index.js';
import { datedErrorDetails } from '../ConnectScreens/loadErrorDetails.js';
import { useCommit } from '../CredentialForm/useCommit.js';
import { useSecondsLeft } from '../ExecutePlayground/useSeconds.js';
import { Button, Icon, Notice, Skeleton, wayOn } from '../parts/index.js';
import { useListSlots } from './context.js';

/** Rows of a list that is not known yet. */
const SKELETON_ROWS = ['first', 'second', 'third'] as const;

/** The list's layout before there is a list. */
export function ListSkeleton(): ReactNode {
  const slot = useListSlots();
  return (
    <div {...slot('manager-list')} aria-busy="true">
      {SKELETON_ROWS.map((row) => (
        <div key={row} {...slot('manager-item')} data-loading="">
          <Skeleton width="tile" />
          <div>
            <Skeleton width="m" />
            <Skeleton width="l" />
          </div>
        </div>
      ))}
    </div>
  );
}

export interface ListEmptyProps {
  onConnect: (() => void) | undefined;
  onDrawn: () => void;
  /** Its button had the focus, and goes. */
  onFocusLost: () => void;
}

/** Nothing is connected yet: one button, if there is something to connect with. What it is good for stands in the header, which so keeps its height. */
export function ListEmpty({ onConnect, onDrawn, onFocusLost }: ListEmptyProps): ReactNode {
  const slot = useListSlots();
  const { empty } = useManagerWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(onDrawn, [onDrawn]);
  useCommit(() => {
    const own = box.current;
    return () => {
      if (own?.contains(document.activeElement)) onFocusLost();
    };
  }, [onFocusLost]);
  return (
    <div {...slot('manager-list')} ref={box}>
      <div {...slot('empty')}>
        <Icon name="plug" />
        <h3 data-ack-slot="title" data-level="2">
          {empty.title}
        </h3>
        {onConnect !== undefined && (
          <Button variant="primary" onClick={onConnect}>
            {empty.action}
          </Button>
        )}
      </div>
    </div>
  );
}

export interface ListFailureProps {
  error: ConnectError;
  /** An older list is shown below. */
  stale: boolean;
  onRetry: (() => void) | undefined;
  appName: string | undefined;
}

/** Why there is no list, the way on, and what to quote to support. What cannot be listed here at all has words of its own, and nothing to try again. */
export function ListFailure({ error, stale, onRetry, appName }: ListFailureProps): ReactNode {
  const manager = useManagerWords();
  const errors = useErrorWords();
  const failure = error.requestId ?? error.code;
  const details = datedErrorDetails.use(failure);
  const left = useSecondsLeft(error.retryAfter, error);
  if (error.code === 'not_available_in_token_mode') {
    return (
      <Notice tone="info" role="status" title={manager.unavailable.title}>
        {manager.unavailable.text(appName)}
      </Notice>
    );
  }
  const told = errors[error.code]({ app: appName, ofApp: true });
  const { label, press } = wayOn(error.code, told.action, { label: left > 0 ? manager.retryIn(left) : manager.retry, press: onRetry });
  return (
    <Notice
      tone={stale ? 'warning' : 'danger'}
      role="alert"
      title={stale ? manager.stale : manager.notLoaded}
      actions={
        <>
          {press !== undefined && (
            // The seconds are not announced one by one: the region is off while they run.
            <span aria-live="off">
              <Button size="sm" disabled={left > 0} onClick={press}>
                {label}
              </Button>
            </span>
          )}
          {details !== null && <details.DatedErrorDetails key={failure} error={error} />}
        </>
      }
    >
      {manager.notLoadedText(told.title)}
    </Notice>
  );
}
