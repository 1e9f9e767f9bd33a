'use client';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ConnectError, Operation } from '../../core/index.js';
import { nameFromKey } from '../../form/index.js';
import { usePlaygroundWords } from '../../internal/index.js';
import { Badge, Button, Icon, LiveRegion, Skeleton } from '../parts/index.js';
import { actionName } from './actionName.js';
import { usePlaygroundSlot } from './context.js';
import { isDelete } from './isDelete.js';
import type { PlaygroundPanes } from './loadPanes.js';
import { isSameOperation, type OperationGroup, type OperationRef, operationKey, operationTree } from './operationTree.js';

export interface OperationsNavProps {
  operations: readonly Operation[];
  loading: boolean;
  error: ConnectError | null;
  onRetry: (() => void) | undefined;
  onReconnect: (() => void) | undefined;
  current: OperationRef | null;
  onSelect: (operation: OperationRef) => void;
  service: string;
  /** Null until they are loaded: what says a failure is among them. */
  panes: PlaygroundPanes | null;
}

/**
 * The operations, folded by entity, a `<nav>`. Where it stands above the parameters, in a narrow column, it is folded itself behind a button
 * that names the operation.
 */
export function OperationsNav({ operations, loading, error, onRetry, onReconnect, current, onSelect, service, panes }: OperationsNavProps): ReactNode {
  const slot = usePlaygroundSlot();
  const playground = usePlaygroundWords();
  const words = playground.operations;
  const [unfolded, setUnfolded] = useState(false);
  const nav = useRef<HTMLElement>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  const folds = useRef(false);
  const folded = current !== null && !unfolded;
  const select = (operation: OperationRef) => {
    setUnfolded(false);
    // What was pressed goes, and the focus with it; where there is room for the tree, the button is not there.
    toggle.current?.focus();
    folds.current = toggle.current === null;
    onSelect(operation);
  };
  // The first choice brings the button; a host may take its time to agree to it.
  useEffect(() => {
    if (current === null || !folds.current) return;
    folds.current = false;
    const { activeElement, body } = document;
    if (activeElement === body || nav.current?.contains(activeElement)) toggle.current?.focus();
  }, [current]);
  return (
    <nav {...slot('operations')} ref={nav} aria-label={words.label} aria-busy={loading} data-folded={folded ? '' : undefined}>
      <LiveRegion>{loading ? words.loading : ''}</LiveRegion>
      {(loading || (error !== null && panes === null)) && <LoadingTree />}
      {error !== null && panes !== null && <panes.OperationsFailure error={error} onRetry={onRetry} onReconnect={onReconnect} service={service} />}
      {current !== null && (
        <Button ref={toggle} aria-expanded={!folded} onClick={() => setUnfolded(folded)}>
          {words.current({ entity: nameFromKey(current.entity), name: actionName(words, current.action) })}
          <Icon name="chevron" />
        </Button>
      )}
      {operationTree(operations).map((group) => (
        <Group key={group.entity} group={group} current={current} onSelect={select} />
      ))}
    </nav>
  );
}

/** Folded until it holds the current operation, or a person opens it. */
function Group({ group, current, onSelect }: { group: OperationGroup } & Pick<OperationsNavProps, 'current' | 'onSelect'>): ReactNode {
  const slot = usePlaygroundSlot();
  const words = usePlaygroundWords().operations;
  const isCurrent = current?.entity === group.entity;
  const [open, setOpen] = useState(isCurrent);
  useEffect(() => {
    if (isCurrent) setOpen(true);
  }, [isCurrent]);
  return (
    <details {...slot('operations-group')} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary data-ack-slot="details-summary">
        <Icon name="chevron" />
        {nameFromKey(group.entity)}
      </summary>
      <ul {...slot('operations-list')}>
        {group.operations.map((operation) => (
          <li key={operationKey(operation)}>
            <button
              {...slot('operation')}
              type="button"
              aria-current={isSameOperation(operation, current) ? 'true' : undefined}
              data-writes={operation.kind === 'write' ? '' : undefined}
              onClick={() => onSelect(operation)}
            >
              {actionName(words, operation.action)}
              {operation.kind === 'write' && <Badge>{isDelete(operation) ? words.deletes : words.writes}</Badge>}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function LoadingTree(): ReactNode {
  return (
    <>
      <Skeleton width="m" />
      <Skeleton width="l" />
      <Skeleton width="m" />
      <Skeleton width="s" />
      <Skeleton width="m" />
    </>
  );
}
