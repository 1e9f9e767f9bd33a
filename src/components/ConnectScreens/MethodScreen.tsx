'use client';
import type { ReactNode } from 'react';
import { useFlowWords } from '../../internal/index.js';
import { MethodChoice } from '../MethodChoice/index.js';
import { ScreenFrame, ScreenTitle } from './ScreenFrame.js';
import { useScreenSlots } from './slots.js';
import type { ConnectScreensActions, StateOf } from './types.js';

export interface MethodScreenProps extends Pick<ConnectScreensActions, 'onChooseMethod'> {
  state: StateOf<'choosing_method'>;
  titleId: string;
  appName: string | undefined;
}

/** Each way of signing in is a button, so the screen needs no other. */
export function MethodScreen({ state: { definition }, titleId, appName, onChooseMethod }: MethodScreenProps): ReactNode {
  const slot = useScreenSlots();
  const { method } = useFlowWords();
  const subject = { service: definition.name, app: appName };
  return (
    <ScreenFrame>
      <div {...slot('screen')}>
        <ScreenTitle id={titleId} description={method.text(subject)}>
          {method.title(subject)}
        </ScreenTitle>
        <MethodChoice definition={definition} onChoose={onChooseMethod} />
      </div>
    </ScreenFrame>
  );
}
