'use client';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ConnectError, Connector } from '../../core/index.js';
import { useErrorWords, useManagerWords } from '../../internal/index.js';
import { Button, Icon, Spinner, Tile } from '../parts/index.js';
import { useListSlots } from './context.js';
import { RenameForm } from './RenameForm.js';
import { RowMenu } from './RowMenu.js';
import type { ConnectorStatus, RowActions, RowTask } from './types.js';

export interface ConnectorRowProps extends Omit<RowActions, 'onDisconnect' | 'canReconnect'> {
  connector: Connector;
  status: ConnectorStatus | undefined;
  /** What runs for this row. */
  pending: RowTask | null;
  /** What was asked for and did not happen. */
  failure: { task: RowTask; error: ConnectError } | null;
  onAskDisconnect: (connector: Connector) => void;
}

/** One connected account, an `<li>`. */
export function ConnectorRow({ connector, status: told, pending, failure, onAskDisconnect, onRename, onCheck, onReconnect }: ConnectorRowProps): ReactNode {
  const slot = useListSlots();
  const manager = useManagerWords();
  const [editing, setEditing] = useState(false);
  const menuButton = useRef<HTMLButtonElement>(null);
  const leftEditing = useRef(false);
  const named = { name: connector.name };
  const status: ConnectorStatus | undefined = told ?? (connector.status === 'recycled' ? { status: 'attention', ...manager.recycled } : undefined);

  // The form is gone by then, and focus with it.
  useEffect(() => {
    if (!editing && leftEditing.current) menuButton.current?.focus();
    leftEditing.current = editing;
  }, [editing]);

  return (
    <li
      {...slot('manager-item')}
      data-status={status?.status}
      data-editing={editing ? '' : undefined}
      data-pending={pending === null ? undefined : ''}
      aria-busy={pending !== null}
    >
      <Tile name={connector.definition.name} />
      {editing ? (
        <RenameForm
          name={connector.name}
          onCancel={() => setEditing(false)}
          onSave={(name) => {
            setEditing(false);
            if (name !== connector.name) onRename(connector, name);
          }}
        />
      ) : (
        <>
          <div data-ack-slot="manager-item-text">
            <span {...slot('manager-item-name')}>
              <bdi>{connector.name}</bdi>
            </span>
            <span {...slot('manager-item-account')}>
              <bdi>{connector.definition.name}</bdi>
            </span>
          </div>
          <RowState status={status} pending={pending} />
          <div {...slot('manager-item-actions')}>
            {onReconnect !== undefined && (status?.status === 'broken' || status?.status === 'attention') && (
              <Button
                size="sm"
                variant={status.status === 'broken' ? 'primary' : 'secondary'}
                aria-label={manager.reconnectFor(named)}
                onClick={() => onReconnect(connector)}
              >
                {manager.reconnect}
              </Button>
            )}
            <RowMenu
              ref={menuButton}
              name={connector.name}
              disabled={pending !== null}
              onCheck={onCheck && (() => onCheck(connector))}
              onRename={() => setEditing(true)}
              onReconnect={onReconnect && (() => onReconnect(connector))}
              onDisconnect={() => onAskDisconnect(connector)}
            />
          </div>
          <RowNotes connector={connector} status={status} failure={failure} />
        </>
      )}
    </li>
  );
}

const SIGNS = {
  ok: { icon: 'check', tone: 'success' },
  attention: { icon: 'alert', tone: 'warning' },
  broken: { icon: 'alert', tone: 'danger' },
  unverified: { icon: null, tone: undefined },
  checking: { icon: null, tone: undefined },
} as const;

/** The state in a word. A row of which nothing is known says nothing. */
function RowState({ status, pending }: Pick<ConnectorRowProps, 'status' | 'pending'>): ReactNode {
  const manager = useManagerWords();
  if (pending !== null || status?.status === 'checking') {
    return (
      <span data-ack-slot="state">
        <Spinner />
        {pending === null ? (status?.label ?? manager.status.checking) : manager.pending[pending]}
      </span>
    );
  }
  if (status === undefined) return null;
  const { icon, tone } = SIGNS[status.status];
  return (
    <span data-ack-slot="state" data-tone={tone}>
      {icon !== null && <Icon name={icon} />}
      {status.label ?? manager.status[status.status]}
    </span>
  );
}

function RowNotes({ connector, status, failure }: Pick<ConnectorRowProps, 'connector' | 'status' | 'failure'>): ReactNode {
  const slot = useListSlots();
  const manager = useManagerWords();
  const errors = useErrorWords();
  return (
    <>
      {status?.note !== undefined && <p {...slot('manager-item-note')}>{status.note}</p>}
      {failure !== null && (
        <p {...slot('manager-item-note')} role="alert" data-tone="danger">
          {manager.failed[failure.task]({ name: connector.name, reason: errors[failure.error.code]({ service: connector.definition.name }).title })}
        </p>
      )}
    </>
  );
}
