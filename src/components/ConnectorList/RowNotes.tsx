'use client';
import type { ReactNode } from 'react';
import type { ConnectError, Connector } from '../../core/index.js';
import { useErrorWords, useManagerWords } from '../../internal/index.js';
import { Button, ErrorReason, Icon } from '../parts/index.js';
import { useListSlots } from './context.js';
import type { ConnectorStatus, RowTask } from './types.js';

export interface RowNotesProps {
  connector: Connector;
  status: ConnectorStatus | undefined;
  /** What was asked for and did not happen. */
  failure: { task: RowTask; error: ConnectError } | null;
  /** It was to be disconnected, and stayed. A failure says more. */
  stuck: boolean;
  /** Asks once more for what did not happen; undefined where that can not be asked for. */
  onAgain: (() => void) | undefined;
}

/** What is to be said of a row in a sentence: since when it is as it is, and what did not happen. */
export function RowNotes({ connector, status, failure, stuck, onAgain }: RowNotesProps): ReactNode {
  const slot = useListSlots();
  const manager = useManagerWords();
  const errors = useErrorWords();
  return (
    <>
      {status?.note !== undefined && <p {...slot('manager-item-note')}>{status.note}</p>}
      {status?.reason !== undefined && (
        <div {...slot('manager-item-note')}>
          <ErrorReason>{status.reason}</ErrorReason>
        </div>
      )}
      {(stuck || failure !== null) && (
        <div {...slot('manager-item-note')} role="alert" data-tone="danger">
          <span data-ack-slot="field-error">
            <Icon name="alert" />
            {failure === null
              ? manager.stillConnected({ name: connector.name })
              : manager.failed[failure.task]({ name: connector.name, reason: errors[failure.error.code]({ service: connector.definition.name }).title })}
          </span>
          {failure?.error.reason !== undefined && <ErrorReason>{failure.error.reason}</ErrorReason>}
          {onAgain !== undefined && (
            <div data-ack-slot="notice-actions">
              <Button size="sm" aria-label={manager.retryFor({ name: connector.name })} onClick={onAgain}>
                {manager.retry}
              </Button>
            </div>
          )}
        </div>
      )}
    </>
  );
}
