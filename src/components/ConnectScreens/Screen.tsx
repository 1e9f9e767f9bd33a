'use client';
import type { ReactNode } from 'react';
import type { ConnectFlowState, ConnectorDefinition } from '../../core/index.js';
import { LoadingScreen } from './LoadingScreen.js';
import type { FormScreens } from './loadFormScreens.js';
import type { LaterScreens } from './loadLaterScreens.js';
import { PickingScreen } from './PickingScreen.js';
import { ScreenHeader } from './ScreenHeader.js';
import type { ConnectScreensActions, ConnectScreensData } from './types.js';
import type { TypedValues } from './useTypedValues.js';

export interface ScreenProps extends ConnectScreensData, ConnectScreensActions {
  /** The screens with a form; null until they are loaded. */
  forms: FormScreens | null;
  /** The screens after the first; null until they are loaded. */
  later: LaterScreens | null;
  /** One of them is to be shown, and is not there yet. */
  awaited: boolean;
  titleId: string;
  autoFocus: boolean;
  /** What is waited for takes longer than usual. */
  long: boolean;
  typed: TypedValues;
}

/** The head, and below it the screen of a state. */
export function Screen(given: ScreenProps): ReactNode {
  const props = withoutEvents(given);
  const { state, awaited, titleId, definitions, hasPicker = true, onBack, onClose } = props;
  if (state.step === 'idle') return null;
  return (
    <>
      <ScreenHeader {...{ state, awaited, titleId, hasPicker, onBack, onClose }} definition={definitionOf(state, definitions)} />
      <ScreenBelow {...props} />
    </>
  );
}

function ScreenBelow(props: ScreenProps): ReactNode {
  const { state, titleId, appName, definitions, forms, later, long, onClose } = props;
  const own = { titleId, appName, onClose };
  const { values, setValues, cleared } = props.typed;
  const form = { values, cleared, onValuesChange: setValues, reconnects: props.reconnects };
  switch (state.step) {
    case 'idle':
      return null;
    case 'picking':
      return <PickingScreen {...props} />;
    case 'loading':
      return <LoadingScreen {...own} long={long} definition={definitionOf(state, definitions)} />;
    case 'configuring':
    case 'submitting':
      if (forms === null) return <LoadingScreen {...own} long={long} definition={state.definition} />;
      if (state.step === 'configuring' && state.method.kind === 'oauth')
        return <forms.ConsentScreen {...own} {...form} state={state} onAuthorise={props.onAuthorise} />;
      return <forms.FormScreen {...own} {...form} state={state} long={long} onSubmit={props.onSubmit} />;
    default:
      return later === null ? (
        <LoadingScreen {...own} long={long} definition={definitionOf(state, definitions)} />
      ) : (
        <later.LaterScreen {...props} state={state} />
      );
  }
}

/** The service that a state is about; of one that loads, where the picker's list has it. */
function definitionOf(state: ConnectFlowState, definitions: readonly ConnectorDefinition[]): ConnectorDefinition | undefined {
  if ('definition' in state) return state.definition;
  return 'definitionId' in state ? definitions.find(({ id, slug }) => id === state.definitionId || slug === state.definitionId) : undefined;
}

/** Callbacks of the host hear of no event: a button's click is not theirs. */
function withoutEvents<T extends ConnectScreensActions>(props: T): T {
  const { onShowWindow, onReopen, onContinueInTab, onBack, onRetry, onConnectAnother, onClose } = props;
  return {
    ...props,
    onShowWindow: () => onShowWindow(),
    onReopen: () => onReopen(),
    onContinueInTab: () => onContinueInTab(),
    onBack: () => onBack(),
    onRetry: () => onRetry(),
    onConnectAnother: () => onConnectAnother(),
    onClose: () => onClose(),
  };
}
