'use client';
import type { ReactNode } from 'react';
import { usePlaygroundWords } from '../../internal/index.js';
import { Icon } from '../parts/index.js';
import { usePlaygroundSlot } from './context.js';

export interface NoRecordsProps {
  service: string;
  /** The service sent no content at all, as after a delete. */
  nothing: boolean;
}

/** An empty answer is a result: no button, no apology. */
export function NoRecords({ service, nothing }: NoRecordsProps): ReactNode {
  const slot = usePlaygroundSlot();
  const { empty, nothing: noContent } = usePlaygroundWords();
  const words = nothing ? noContent : empty;
  return (
    <div {...slot('empty')}>
      <Icon name="inbox" />
      <h3 data-ack-slot="title" data-level="2">
        {words.title}
      </h3>
      <p data-ack-slot="description">{words.text({ service })}</p>
    </div>
  );
}
