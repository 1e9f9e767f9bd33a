'use client';
import type { ReactNode } from 'react';
import type { ConnectError, ConnectErrorCode, Connector } from '../../core/index.js';
import { useErrorWords, useManagerWords } from '../../internal/index.js';
import { useSecondsLeft } from '../ExecutePlayground/useSeconds.js';
import { Button, ErrorReason, Icon, wayOn } from '../parts/index.js';
import { useListSlots } from './context.js';
import type { ConnectorStatus, RowTask } from './types.js';

/** Asked once more it would be the same. */
const FINAL: ReadonlySet<ConnectErrorCode> = new Set([
  'connector_not_found',
  'connector_recycled',
  'operation_not_allowed',
  'not_supported',
  'not_available_in_token_mode',
]);

export interface RowNotesProps {
  connector: Connector;
  status: ConnectorStatus | undefined;
  /** What was asked for and did not happen. */
  failure: { task: RowTask; error: ConnectError } | null;
  /** It was to be disconnected, and stayed. A failure says more. */
  stuck: boolean;
  /** Asks once more for what did not happen; undefined where that can not be asked for. */
  onAgain: (() => void) | undefined;
  appName: string | undefined;
}

/** What is to be said of a row in a sentence: since when it is as it is, and what did not happen. */
export function RowNotes({ status, failure, stuck, ...rest }: RowNotesProps): ReactNode {
  const slot = useListSlots();
  return (
    <>
      {status?.note !== undefined && <p {...slot('manager-item-note')}>{status.note}</p>}
      {status?.reason !== undefined && (
        <div {...slot('manager-item-note')}>
          <ErrorReason>{status.reason}</ErrorReason>
        </div>
      )}
      {(stuck || failure !== null) && <RowFailure {...rest} failure={failure} />}
    </>
  );
}

/** What did not happen, whose fault it is, and the way on. */
function RowFailure({ connector, failure, onAgain, appName }: Omit<RowNotesProps, 'status' | 'stuck'>): ReactNode {
  const slot = useListSlots();
  const manager = useManagerWords();
  const errors = useErrorWords();
  const { name, definition } = connector;
  const error = failure?.error;
  const left = useSecondsLeft(error?.retryAfter, error);
  // Only a check asks the service.
  const told = failure && errors[failure.error.code]({ service: definition.name, app: appName, ofApp: failure.task !== 'check' });
  const again = { label: left > 0 ? manager.retryIn(left) : manager.retry, press: error && FINAL.has(error.code) ? undefined : onAgain };
  const { label, press } = error && told ? wayOn(error.code, told.action, again) : again;
  return (
    <div {...slot('manager-item-note')} role="alert" data-tone="danger">
      <span data-ack-slot="field-error">
        <Icon name="alert" />
        {failure && told ? manager.failed[failure.task]({ name, reason: told.title }) : manager.stillConnected({ name })}
      </span>
      {error?.reason !== undefined && <ErrorReason>{error.reason}</ErrorReason>}
      {press !== undefined && (
        // The seconds are not announced one by one: the region is off while they run.
        <div data-ack-slot="notice-actions" aria-live="off">
          <Button size="sm" disabled={left > 0} aria-label={label === manager.retry ? manager.retryFor({ name }) : undefined} onClick={press}>
            {label}
          </Button>
        </div>
      )}
    </div>
  );
}
