'use client';
import type { ReactNode } from 'react';
import type { ConnectFlowState, ConnectorDefinition } from '../../core/index.js';
import { useFrameWords, usePickerWords } from '../../internal/index.js';
import { IconButton } from '../parts/index.js';
import { ServiceTile } from './ServiceTile.js';
import { useScreenSlots } from './slots.js';
import type { ConnectScreensActions } from './types.js';

export interface ScreenHeaderProps extends Pick<ConnectScreensActions, 'onBack' | 'onClose'> {
  state: ConnectFlowState;
  /** The service, once it is known. */
  definition: ConnectorDefinition | undefined;
  /** In place of the screen something else is shown until its script is there. */
  awaited: boolean;
  titleId: string;
  hasPicker: boolean;
}

/** From these a step back ends nothing that was begun. A wait has its Cancel, an outcome its own ways on. */
const HAS_BACK: ReadonlySet<ConnectFlowState['step']> = new Set(['loading', 'choosingMethod', 'configuring', 'submitting']);

/** What a flow that began with a service begins with: the step before it is the picker. */
const isFirst = (state: ConnectFlowState): boolean =>
  state.step === 'loading' || state.step === 'choosingMethod' || (state.step === 'configuring' && state.definition.methods.length < 2);

/** Names the service. One for all screens: a press on its buttons, and the focus on them, outlast the change from one to the next. */
export function ScreenHeader({ state, definition, awaited, titleId, hasPicker, onBack, onClose }: ScreenHeaderProps): ReactNode {
  const slot = useScreenSlots();
  const flow = useFrameWords();
  const picker = usePickerWords();
  return (
    <header {...slot('dialog-header')}>
      {(awaited || HAS_BACK.has(state.step)) && (hasPicker || !isFirst(state)) && <IconButton icon="back" label={flow.back} onClick={onBack} />}
      {definition !== undefined && (
        <div {...slot('dialog-subject')}>
          <ServiceTile size="sm" definition={definition} />
          <bdi>{definition.name}</bdi>
        </div>
      )}
      {state.step === 'picking' && (
        <h2 {...slot('title')} id={titleId} tabIndex={-1}>
          {picker.title}
        </h2>
      )}
      <IconButton icon="x" label={flow.close} onClick={onClose} />
    </header>
  );
}
