'use client';
import type { ReactNode } from 'react';
import { usePickerWords } from '../../internal/index.js';
import { ConnectorPicker } from '../ConnectorPicker/index.js';
import { ScreenFrame } from './ScreenFrame.js';
import { useScreenSlots, useScreens } from './slots.js';
import type { ConnectScreensActions, ConnectScreensData } from './types.js';

export interface PickingScreenProps extends Omit<ConnectScreensData, 'state'>, Pick<ConnectScreensActions, 'onPick' | 'onIntent' | 'onClose'> {
  titleId: string;
  autoFocus: boolean;
}

export function PickingScreen({
  titleId,
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
  onClose,
}: PickingScreenProps): ReactNode {
  const slot = useScreenSlots();
  const { parts, classNames } = useScreens();
  const picker = usePickerWords();
  const title = (
    <h2 {...slot('title')} id={titleId} tabIndex={-1}>
      {picker.title}
    </h2>
  );
  return (
    <ScreenFrame title={title} onClose={onClose}>
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
