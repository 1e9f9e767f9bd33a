'use client';
import type { ReactNode } from 'react';
import { useFlowWords } from '../../internal/index.js';
import { Button, Skeleton } from '../parts/index.js';
import { ScreenFrame, ScreenTitle } from './ScreenFrame.js';
import { useScreenSlots } from './slots.js';

export interface LoadingScreenProps {
  titleId: string;
  appName: string | undefined;
  /** It takes longer than usual. */
  long: boolean;
  onClose: () => void;
}

/** A definition is on its way: a title, two fields and the way out, in the layout of what comes. */
export function LoadingScreen({ titleId, appName, long, onClose }: LoadingScreenProps): ReactNode {
  const slot = useScreenSlots();
  const flow = useFlowWords();
  const footer = (
    <Button variant="ghost" onClick={onClose}>
      {flow.cancel}
    </Button>
  );
  return (
    <ScreenFrame footer={footer}>
      <div {...slot('screen')} aria-busy="true">
        <ScreenTitle id={titleId} description={long ? flow.loadingLong : undefined}>
          {flow.loading({ app: appName })}
        </ScreenTitle>
        <div data-ack-slot="fields">
          <div data-ack-slot="field">
            <Skeleton width="m" />
            <span data-ack-slot="input" data-loading="" />
          </div>
          <div data-ack-slot="field">
            <Skeleton width="s" />
            <span data-ack-slot="input" data-loading="" />
          </div>
        </div>
      </div>
    </ScreenFrame>
  );
}
