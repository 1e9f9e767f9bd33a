'use client';
import type { ReactNode } from 'react';
import type { Connector } from '../../core/index.js';
import { usePlaygroundWords } from '../../internal/index.js';
import { Icon, Skeleton, Tile } from '../parts/index.js';
import { usePlaygroundSlot } from './context.js';

/** On which account operations run. */
export function PlaygroundHeader({ connector: { name, definition } }: { connector: Connector }): ReactNode {
  const slot = usePlaygroundSlot();
  return (
    <header {...slot('playground-header')}>
      <Tile name={definition.name} />
      <div>
        <span data-ack-slot="playground-name">
          <bdi>{name}</bdi>
        </span>
        {name !== definition.name && (
          <span data-ack-slot="playground-service">
            <bdi>{definition.name}</bdi>
          </span>
        )}
      </div>
    </header>
  );
}

export interface ChooseOperationProps {
  service: string;
  /** There is nothing to choose from. */
  none: boolean;
  loading: boolean;
}

/** Stands where parameters will be. */
export function ChooseOperation({ service, none, loading }: ChooseOperationProps): ReactNode {
  const slot = usePlaygroundSlot();
  const { operations } = usePlaygroundWords();
  if (loading) {
    return (
      <div data-ack-slot="result-pending">
        <Skeleton width="m" />
        <Skeleton width="l" />
      </div>
    );
  }
  return (
    <div {...slot('empty')}>
      <Icon name="play" />
      <h3 data-ack-slot="title" data-level="2">
        {none ? operations.empty.title : operations.choose.title}
      </h3>
      <p data-ack-slot="description">{none ? operations.empty.text({ service }) : operations.choose.text}</p>
    </div>
  );
}
