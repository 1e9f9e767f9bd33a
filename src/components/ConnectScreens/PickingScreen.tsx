'use client';
import type { ReactNode } from 'react';
import { ConnectorPicker } from '../ConnectorPicker/index.js';
import { OfflineNotice } from './OfflineNotice.js';
import { ScreenFrame } from './ScreenFrame.js';
import { useScreens } from './slots.js';
import type { ConnectScreensActions, ConnectScreensData } from './types.js';

export interface PickingScreenProps extends Omit<ConnectScreensData, 'state'>, Pick<ConnectScreensActions, 'onPick' | 'onIntent'> {
  autoFocus: boolean;
}

export function PickingScreen({
  autoFocus,
  definitions,
  definitionsLoading,
  definitionsError,
  onRetryDefinitions,
  connectedCounts,
  attentionIds,
  picker: options,
  appName,
  onPick,
  onIntent,
}: PickingScreenProps): ReactNode {
  const { parts, classNames } = useScreens();
  return (
    <ScreenFrame>
      <OfflineNotice />
      <ConnectorPicker
        {...options}
        definitions={definitions}
        loading={definitionsLoading}
        error={definitionsError}
        onRetry={onRetryDefinitions}
        connectedCounts={connectedCounts}
        attentionIds={attentionIds}
        appName={appName}
        autoFocus={autoFocus}
        slots={parts}
        classNames={classNames}
        onIntent={onIntent && (({ id }) => onIntent(id))}
        onSelect={({ id }) => onPick(id)}
      />
    </ScreenFrame>
  );
}
