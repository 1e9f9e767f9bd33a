'use client';
import type { ReactNode } from 'react';
import { useFlowWords } from '../../internal/index.js';
import { MethodChoice } from '../MethodChoice/index.js';
import { ScreenFrame, ScreenTitle } from './ScreenFrame.js';
import { useScreenSlots } from './slots.js';
import type { ConnectScreensActions, ConnectScreensData, StateOf } from './types.js';

export interface MethodScreenProps extends Pick<ConnectScreensActions, 'onChooseMethod'> {
  state: StateOf<'choosingMethod'>;
  titleId: string;
  appName: string | undefined;
  /** The account that is signed in to anew. */
  reconnects: ConnectScreensData['reconnects'];
}

/** Each way of signing in is a button, so the screen needs no other. */
export function MethodScreen({ state: { definition }, titleId, appName, reconnects, onChooseMethod }: MethodScreenProps): ReactNode {
  const slot = useScreenSlots();
  const { method, again } = useFlowWords();
  const subject = { service: definition.name, app: appName };
  return (
    <ScreenFrame>
      <div {...slot('screen')}>
        <ScreenTitle id={titleId} description={reconnects ? again.text(reconnects) : method.text(subject)}>
          {reconnects ? again.method(reconnects) : method.title(subject)}
        </ScreenTitle>
        <MethodChoice definition={definition} onChoose={onChooseMethod} />
      </div>
    </ScreenFrame>
  );
}
