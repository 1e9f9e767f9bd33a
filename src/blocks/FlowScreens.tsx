'use client';

import { ConnectScreens, type ConnectScreensProps } from '../components/ConnectScreens/index.js';
import type { UseConnectResult } from '../hooks/index.js';
import { useAppearance } from './appearance.js';
import { usePickingData } from './usePickingData.js';

export interface FlowScreensProps extends Pick<ConnectScreensProps, 'classNames' | 'slots' | 'picker' | 'titleId' | 'autoFocus'> {
  flow: UseConnectResult;
}

/** A flow's screens, wired: what the dialog and `Connect` both show. */
export function FlowScreens({ flow, classNames, slots, picker, ...screens }: FlowScreensProps) {
  const data = usePickingData(flow.state.step === 'picking');
  const { appName, ...own } = useAppearance();
  return (
    <ConnectScreens
      {...screens}
      {...data}
      classNames={classNames ?? own.classNames}
      slots={slots ?? own.slots}
      picker={picker ?? own.picker}
      state={flow.state}
      initialValues={flow.initialValues}
      appName={appName}
      onPick={flow.pick}
      onChooseMethod={flow.chooseMethod}
      onSubmit={flow.submit}
      onAuthorise={flow.authorise}
      onShowWindow={flow.showWindow}
      onReopen={flow.reopen}
      canContinueInTab={flow.canContinueInTab}
      consentUrl={flow.consentUrl}
      onContinueInTab={flow.continueInTab}
      onBack={flow.back}
      onRetry={flow.retry}
      onConnectAnother={flow.connectAnother}
      onClose={flow.close}
    />
  );
}
