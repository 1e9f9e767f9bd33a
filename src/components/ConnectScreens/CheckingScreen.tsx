'use client';
import { type ReactNode, useEffect, useState } from 'react';
import { useFlowWords } from '../../internal/index.js';
import { Button, Icon, Spinner, Status } from '../parts/index.js';
import { Pair } from './Pair.js';
import { ScreenFrame } from './ScreenFrame.js';
import { useScreenSlots } from './slots.js';
import type { ConnectScreensActions, StateOf } from './types.js';

/** A wait that is longer than this is explained, in milliseconds. */
const LONG_MS = 10_000;

export interface CheckingScreenProps extends Pick<ConnectScreensActions, 'onBack' | 'onClose'> {
  state: StateOf<'checking'>;
  titleId: string;
  appName: string | undefined;
}

/** The stored credentials are being tried. */
export function CheckingScreen({ state: { definition }, titleId, appName, onBack, onClose }: CheckingScreenProps): ReactNode {
  const slot = useScreenSlots();
  const { cancel, checking } = useFlowWords();
  const subject = { service: definition.name, app: appName };
  const long = useLong();
  const footer = (
    <Button variant="ghost" onClick={onBack}>
      {cancel}
    </Button>
  );
  return (
    <ScreenFrame subject={definition} onClose={onClose} footer={footer}>
      <Status
        mark={<Pair appName={appName} definition={definition} />}
        title={checking.title}
        titleId={titleId}
        description={long ? checking.long(subject) : checking.text(subject)}
      >
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

function useLong(): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  return long;
}
