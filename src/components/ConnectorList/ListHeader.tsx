'use client';
import type { ReactNode, Ref } from 'react';
import { useManagerWords } from '../../internal/index.js';
import { Button, Icon } from '../parts/index.js';
import { useListSlots } from './context.js';

export interface ListHeaderProps {
  headingRef: Ref<HTMLHeadingElement>;
  title: ReactNode;
  description: string | null;
  /** What has just happened, in place of the description. */
  told: string | null;
  /** Whether there is anything is not known yet: where there is nothing, the button stands in the empty list. */
  loading: boolean;
  onConnect: (() => void) | undefined;
}

/** What is listed, and the way to connect more. */
export function ListHeader({ headingRef, title, description, told, loading, onConnect }: ListHeaderProps): ReactNode {
  const slot = useListSlots();
  const manager = useManagerWords();
  return (
    <header {...slot('manager-header')}>
      <div>
        <h2 data-ack-slot="title" ref={headingRef} tabIndex={-1}>
          {title}
        </h2>
        {description !== null && told === null && <p data-ack-slot="description">{description}</p>}
        <p data-ack-slot={told === null ? 'announcement' : 'description'} role="status">
          {told}
        </p>
      </div>
      {onConnect !== undefined && (
        <Button disabled={loading} onClick={onConnect}>
          <Icon name="plus" />
          {manager.connect}
        </Button>
      )}
    </header>
  );
}
