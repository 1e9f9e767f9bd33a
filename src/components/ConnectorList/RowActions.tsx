'use client';
import type { ReactNode, Ref } from 'react';
import { useManagerWords } from '../../internal/index.js';
import { Button } from '../parts/index.js';
import { RowMenu } from './RowMenu.js';
import type { ListItemPartProps } from './types.js';

export interface RowActionsProps extends Omit<ListItemPartProps, 'error'> {
  menuRef: Ref<HTMLButtonElement>;
}

/** The way on for a row that needs one, and the menu of what else can be done with it. */
export function RowActions({ connector: { name }, status, pending, menuRef, onReconnect, ...actions }: RowActionsProps): ReactNode {
  const manager = useManagerWords();
  return (
    <>
      {onReconnect !== undefined && pending !== 'disconnect' && (status?.status === 'broken' || status?.status === 'attention') && (
        <Button
          size="sm"
          variant={status.status === 'broken' ? 'primary' : 'secondary'}
          aria-label={manager.reconnectFor({ name })}
          disabled={pending !== null}
          onClick={onReconnect}
        >
          {manager.reconnect}
        </Button>
      )}
      <RowMenu {...actions} ref={menuRef} name={name} disabled={pending !== null} onReconnect={onReconnect} />
    </>
  );
}
