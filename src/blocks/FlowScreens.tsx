'use client';

import { ConnectScreens, type ConnectScreensProps } from '../components/ConnectScreens/index.js';
import { type UseConnectResult, useConnectorDefinitions, useConnectors } from '../hooks/index.js';
import { useAppearance } from './appearance.js';

export interface FlowScreensProps extends Pick<ConnectScreensProps, 'classNames' | 'slots' | 'titleId' | 'autoFocus'> {
  flow: UseConnectResult;
}

/** A flow's screens, wired: what the dialog and `Connect` both show. */
export function FlowScreens({ flow, classNames, slots, ...screens }: FlowScreensProps) {
  const picking = flow.state.step === 'picking';
  const definitions = useConnectorDefinitions({ query: { enabled: picking } });
  const { data: connectors = [] } = useConnectors({ query: { enabled: picking } });
  const { appName, ...own } = useAppearance();
  const connectedCounts: Record<string, number> = {};
  for (const { definition } of connectors) connectedCounts[definition.id] = (connectedCounts[definition.id] ?? 0) + 1;
  return (
    <ConnectScreens
      {...screens}
      classNames={classNames ?? own.classNames}
      slots={slots ?? own.slots}
      state={flow.state}
      initialValues={flow.initialValues}
      definitions={definitions.data ?? []}
      definitionsLoading={definitions.isPending}
      definitionsError={definitions.error}
      onRetryDefinitions={() => void definitions.refetch()}
      connectedCounts={connectedCounts}
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
