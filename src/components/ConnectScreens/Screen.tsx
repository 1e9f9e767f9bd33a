'use client';
import type { ReactNode } from 'react';
import { CheckingScreen } from './CheckingScreen.js';
import { ConnectedScreen } from './ConnectedScreen.js';
import { FailedScreen } from './FailedScreen.js';
import { LoadingScreen } from './LoadingScreen.js';
import type { FormScreens } from './loadFormScreens.js';
import { MethodScreen } from './MethodScreen.js';
import { PickingScreen } from './PickingScreen.js';
import type { ConnectScreensActions, ConnectScreensData } from './types.js';
import type { TypedValues } from './useTypedValues.js';
import { WaitingScreen } from './WaitingScreen.js';

export interface ScreenProps extends ConnectScreensData, ConnectScreensActions {
  /** The screens with a form; null until they are loaded. */
  forms: FormScreens | null;
  titleId: string;
  autoFocus: boolean;
  /** What is waited for takes longer than usual. */
  long: boolean;
  typed: TypedValues;
}

/** The screen of a state. */
export function Screen(given: ScreenProps): ReactNode {
  const props = withoutEvents(given);
  const { state, titleId, appName, forms, long } = props;
  const own = { titleId, appName, onBack: props.onBack, onClose: props.onClose };
  const { values, setValues } = props.typed;
  const form = { values, onValuesChange: setValues };
  switch (state.step) {
    case 'idle':
      return null;
    case 'picking':
      return <PickingScreen {...props} />;
    case 'loading':
      return <LoadingScreen {...own} long={long} />;
    case 'choosing_method':
      return <MethodScreen {...own} state={state} onChooseMethod={props.onChooseMethod} />;
    case 'configuring':
    case 'submitting':
      if (forms === null) return <LoadingScreen {...own} long={long} />;
      if (state.step === 'configuring' && state.method.kind === 'oauth')
        return <forms.ConsentScreen {...own} {...form} state={state} onAuthorise={props.onAuthorise} />;
      return <forms.FormScreen {...own} {...form} state={state} long={long} onSubmit={props.onSubmit} />;
    case 'authorising': {
      const { onShowWindow, onReopen, onContinueInTab, canContinueInTab = true, consentUrl } = props;
      return <WaitingScreen {...own} {...{ state, long, onShowWindow, onReopen, onContinueInTab, canContinueInTab, consentUrl }} />;
    }
    case 'checking':
      return <CheckingScreen {...own} state={state} long={long} />;
    case 'connected':
    case 'unverified':
      return <ConnectedScreen {...own} state={state} onConnectAnother={props.onConnectAnother} />;
    case 'failed':
      return <FailedScreen {...own} state={state} onRetry={props.onRetry} onAuthoriseAgain={() => authoriseAgain(props)} />;
  }
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

/** What was typed before the sign-in failed is sent again. */
function authoriseAgain({ state, forms, typed, onAuthorise }: ScreenProps): void {
  if (!('method' in state)) return;
  // Without the screens that ask nothing was typed.
  onAuthorise(forms === null ? {} : forms.layOutForm(state.method.schema).toSubmit(typed.values));
}
