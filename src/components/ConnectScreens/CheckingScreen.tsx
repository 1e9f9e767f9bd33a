'use client';
import type { ReactNode } from 'react';
import { useFlowWords } from '../../internal/index.js';
import { Button, Icon, Spinner, Status } from '../parts/index.js';
import { OfflineNotice } from './OfflineNotice.js';
import { Pair } from './Pair.js';
import { ScreenFrame } from './ScreenFrame.js';
import { useScreenSlots } from './slots.js';
import type { ConnectScreensActions, StateOf } from './types.js';

export interface CheckingScreenProps extends Pick<ConnectScreensActions, 'onBack'> {
  state: StateOf<'checking'>;
  titleId: string;
  appName: string | undefined;
  /** It takes longer than usual. */
  long: boolean;
}

/** The stored credentials are being tried. */
export function CheckingScreen({ state: { definition }, titleId, appName, long, onBack }: CheckingScreenProps): ReactNode {
  const slot = useScreenSlots();
  const { cancel, checking } = useFlowWords();
  const subject = { service: definition.name, app: appName };
  const footer = (
    <Button variant="ghost" onClick={onBack}>
      {cancel}
    </Button>
  );
  return (
    <ScreenFrame footer={footer}>
      <Status
        mark={<Pair appName={appName} definition={definition} />}
        title={checking.title}
        titleId={titleId}
        description={long ? checking.long(subject) : checking.text(subject)}
      >
        <OfflineNotice />
        <ul {...slot('steps')}>
          <li {...slot('step')} data-state="done">
            <Icon name="check" />
            {checking.steps.stored}
          </li>
          <li {...slot('step')} data-state="current" aria-current="step">
            <Spinner />
            {checking.steps.reading(subject)}
          </li>
          <li {...slot('step')} data-state="pending">
            <span data-ack-slot="step-dot" aria-hidden="true" />
            {checking.steps.ready}
          </li>
        </ul>
      </Status>
    </ScreenFrame>
  );
}
