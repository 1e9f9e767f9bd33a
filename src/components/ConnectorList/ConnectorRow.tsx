'use client';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Connector } from '../../core/index.js';
import { ReplaceablePart, useManagerWords } from '../../internal/index.js';
import { Tile } from '../parts/index.js';
import { useListParts, useListSlots } from './context.js';
import { RenameForm } from './RenameForm.js';
import { RowActions } from './RowActions.js';
import { RowNotes, type RowNotesProps } from './RowNotes.js';
import { RowState } from './RowState.js';
import type { ConnectorStatus, ListItemPartProps, RowActions as RowCallbacks, RowTask } from './types.js';
import { useHydrating } from './useHydrating.js';

export interface ConnectorRowProps extends Omit<RowCallbacks, 'onDisconnect' | 'canReconnect'>, Omit<RowNotesProps, 'onAgain'> {
  /** What runs for this row. */
  pending: RowTask | null;
  onAskDisconnect: (connector: Connector) => void;
}

/** One connected account, an `<li>`. */
export function ConnectorRow({
  connector,
  status: told,
  pending,
  failure,
  stuck,
  onAskDisconnect,
  onRename,
  onCheck,
  onReconnect,
  appName,
}: ConnectorRowProps): ReactNode {
  const slot = useListSlots();
  const parts = useListParts();
  const manager = useManagerWords();
  const [editing, setEditing] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const menuButton = useRef<HTMLButtonElement>(null);
  const leftEditing = useRef(false);
  const newName = useRef<string | null>(null);
  const status: ConnectorStatus | undefined = told ?? (connector.status === 'recycled' ? { status: 'attention', ...manager.recycled } : undefined);

  // The form is gone by then, and focus with it. A host's own row may have no menu: then to its first button.
  useEffect(() => {
    if (!editing && leftEditing.current) (menuButton.current ?? row.current?.querySelector('button'))?.focus();
    leftEditing.current = editing;
  }, [editing]);

  const rename = (name: string) => {
    newName.current = name;
    onRename(connector, name);
  };
  const props: ListItemPartProps = {
    connector,
    status,
    pending,
    error: failure?.error ?? null,
    onCheck: onCheck && (() => onCheck(connector)),
    onReconnect: onReconnect && (() => onReconnect(connector)),
    onRename: () => setEditing(true),
    onDisconnect: () => onAskDisconnect(connector),
  };
  const again = {
    disconnect: props.onDisconnect,
    rename: () => (newName.current === null ? setEditing(true) : rename(newName.current)),
    check: props.onCheck,
  };
  const ask = pending === null ? again[failure?.task ?? 'disconnect'] : undefined;
  const onAgain =
    ask &&
    (() => {
      // What was pressed goes with the failure, also behind the question that may come first.
      (menuButton.current ?? row.current)?.focus();
      ask();
    });
  const tile = (
    <ReplaceablePart name="tile" part={parts.tile} props={props}>
      <Tile name={connector.definition.name} />
    </ReplaceablePart>
  );

  return (
    <li
      {...slot('manager-item')}
      ref={row}
      tabIndex={-1}
      data-status={status?.status}
      data-editing={editing ? '' : undefined}
      data-pending={pending === null ? undefined : ''}
      aria-busy={pending !== null}
    >
      {editing ? (
        <>
          {tile}
          <RenameForm
            name={connector.name}
            onCancel={() => setEditing(false)}
            onSave={(name) => {
              setEditing(false);
              if (name !== connector.name) rename(name);
            }}
          />
        </>
      ) : (
        <ReplaceablePart name="manager-item" part={parts['manager-item']} props={props}>
          {tile}
          <RowName connector={connector} />
          {parts.state === undefined ? (
            <RowState status={status} pending={pending} />
          ) : (
            <div data-ack-slot="state">
              <ReplaceablePart name="state" part={parts.state} props={props}>
                <RowState status={status} pending={pending} />
              </ReplaceablePart>
            </div>
          )}
          <div {...slot('manager-item-actions')}>
            <ReplaceablePart name="manager-item-actions" part={parts['manager-item-actions']} props={props}>
              <RowActions {...props} menuRef={menuButton} />
            </ReplaceablePart>
          </div>
          <RowNotes connector={connector} status={status} failure={failure} stuck={stuck && pending === null} onAgain={onAgain} appName={appName} />
        </ReplaceablePart>
      )}
    </li>
  );
}

/** The account's name, and the service's under it. Where the account is called as its service: since when it is connected. */
function RowName({ connector: { name, definition, createdAt } }: { connector: Connector }): ReactNode {
  const slot = useListSlots();
  const manager = useManagerWords();
  const hydrating = useHydrating();
  const since = Date.parse(createdAt ?? '');
  const below = name !== definition.name ? definition.name : Number.isNaN(since) ? null : manager.since(since, hydrating);
  return (
    <div data-ack-slot="manager-item-text">
      <span {...slot('manager-item-name')}>
        <bdi>{name}</bdi>
      </span>
      {below !== null && <span {...slot('manager-item-account')}>{below}</span>}
    </div>
  );
}
