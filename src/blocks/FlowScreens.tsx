'use client';

import { ConnectScreens, type ConnectScreensProps } from '../components/ConnectScreens/index.js';
import type { UseConnectResult } from '../hooks/index.js';
import { useAppearance } from './appearance.js';
import { screenActionsOf } from './screenActionsOf.js';
import { usePickingData } from './usePickingData.js';

export interface FlowScreensProps extends Pick<ConnectScreensProps, 'classNames' | 'slots' | 'picker' | 'titleId' | 'autoFocus'> {
  flow: UseConnectResult;
}

/** A flow's screens, wired: what the dialog and `Connect` both show. */
export function FlowScreens({ flow, classNames, slots, picker, ...screens }: FlowScreensProps) {
  const { state, initialValues, reconnects, hasPicker, canContinueInTab, consentUrl } = flow;
  const data = usePickingData(state.step === 'picking');
  const { appName, ...own } = useAppearance();
  return (
    <ConnectScreens
      {...screens}
      {...data}
      {...{ state, initialValues, reconnects, hasPicker, canContinueInTab, consentUrl, appName }}
      {...screenActionsOf(flow)}
      classNames={classNames ?? own.classNames}
      slots={slots ?? own.slots}
      picker={picker ?? own.picker}
    />
  );
}
