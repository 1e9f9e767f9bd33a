'use client';
import type { ReactNode } from 'react';
import type { ConnectorDefinition } from '../../core/index.js';
import { useFrameWords } from '../../internal/index.js';
import { Button, Skeleton } from '../parts/index.js';
import { ScreenFrame, ScreenTitle } from './ScreenFrame.js';
import { useScreenSlots } from './slots.js';

export interface LoadingScreenProps {
  titleId: string;
  /** The service, where it is known already. */
  definition: ConnectorDefinition | undefined;
  /** It takes longer than usual. */
  long: boolean;
  onClose: () => void;
}

/** A definition is on its way. Whether a form, a consent or a choice comes is not known: a title, lines, and the way out. */
export function LoadingScreen({ titleId, definition, long, onClose }: LoadingScreenProps): ReactNode {
  const slot = useScreenSlots();
  const flow = useFrameWords();
  const footer = (
    <Button variant="ghost" onClick={onClose}>
      {flow.cancel}
    </Button>
  );
  return (
    <ScreenFrame footer={footer}>
      <div {...slot('screen')} aria-busy="true">
        <ScreenTitle id={titleId} description={long ? flow.loadingLong : undefined}>
          {flow.loading({ service: definition?.name })}
        </ScreenTitle>
        <div data-ack-slot="fields">
          <Skeleton />
          <Skeleton />
          <Skeleton width="l" />
        </div>
      </div>
    </ScreenFrame>
  );
}
