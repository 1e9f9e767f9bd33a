'use client';
import type { ReactNode } from 'react';
import type { Operation } from '../../core/index.js';
import { usePlaygroundWords } from '../../internal/index.js';
import { Notice } from '../parts/index.js';
import { isDelete } from './isDelete.js';

export interface WriteGuardProps {
  operation: Operation;
  service: string;
  account: string;
  agreed: boolean;
  onAgree: (agreed: boolean) => void;
}

/** Stands before a write: says that it is real, and asks by the account's name. */
export function WriteGuard({ operation, service, account, agreed, onAgree }: WriteGuardProps): ReactNode {
  const words = usePlaygroundWords();
  const guard = isDelete(operation) ? words.deleteGuard : words.guard;
  return (
    <Notice
      tone="warning"
      title={guard.title}
      actions={
        <label data-ack-slot="consent-check">
          <input data-ack-slot="checkbox" type="checkbox" checked={agreed} onChange={(event) => onAgree(event.target.checked)} />
          {guard.agree({ account })}
        </label>
      }
    >
      {guard.text({ service, account })}
    </Notice>
  );
}
