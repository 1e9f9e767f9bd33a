'use client';
import type { ReactNode } from 'react';
import { usePlaygroundWords } from '../../internal/index.js';
import { Button, Skeleton, Spinner } from '../parts/index.js';
import { usePlaygroundSlot } from './context.js';
import { useElapsedSeconds } from './useSeconds.js';

/** A wait over this is explained, in seconds. */
export const LONG = 10;

export interface ResultPendingProps {
  service: string;
  /** Milliseconds since the run began. Without it they are counted here. */
  elapsedMs: number | undefined;
  onStop: () => void;
}

/** The service is being asked. */
export function ResultPending({ service, elapsedMs, onStop }: ResultPendingProps): ReactNode {
  const slot = usePlaygroundSlot();
  const words = usePlaygroundWords();
  const counted = useElapsedSeconds(elapsedMs === undefined);
  const seconds = elapsedMs === undefined ? counted : Math.floor(elapsedMs / 1000);
  return (
    <>
      <div {...slot('result-bar')}>
        <span data-ack-slot="state">
          <Spinner />
          {words.running({ service, seconds })}
        </span>
        <Button size="sm" onClick={onStop}>
          {words.parameters.stop}
        </Button>
      </div>
      <div data-ack-slot="result-pending">
        {seconds >= LONG && <p data-ack-slot="hint">{words.runningLong({ service })}</p>}
        <Skeleton width="l" />
        <Skeleton width="m" />
        <Skeleton width="l" />
        <Skeleton width="s" />
      </div>
    </>
  );
}
