'use client';
import type { ReactNode } from 'react';
import { useManagerWords } from '../../internal/index.js';
import { Icon, Spinner } from '../parts/index.js';
import type { ListItemPartProps } from './types.js';

const SIGNS = {
  ok: { icon: 'check', tone: 'success' },
  attention: { icon: 'alert', tone: 'warning' },
  broken: { icon: 'alert', tone: 'danger' },
  unverified: { icon: null, tone: undefined },
  checking: { icon: null, tone: undefined },
} as const;

/** The state in a word. A row of which nothing is known says nothing. */
export function RowState({ status, pending }: Pick<ListItemPartProps, 'status' | 'pending'>): ReactNode {
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
