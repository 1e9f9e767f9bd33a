'use client';
import type { ReactNode } from 'react';
import { CheckingScreen } from './CheckingScreen.js';
import { ConnectedScreen } from './ConnectedScreen.js';
import { FailedScreen } from './FailedScreen.js';
import { MethodScreen } from './MethodScreen.js';
import type { ScreenProps } from './Screen.js';
import type { StateOf } from './types.js';
import { WaitingScreen } from './WaitingScreen.js';

// With them: before a press can have brought one of them, there is none to guard.
export { listenForSecondPress } from './listenForSecondPress.js';
export { WaitAnnouncement } from './WaitAnnouncement.js';

export interface LaterScreenProps extends Omit<ScreenProps, 'state' | 'later'> {
  state: StateOf<'choosingMethod' | 'authorising' | 'checking' | 'connected' | 'unverified' | 'failed'>;
}

/** The screen of a state that no flow begins with. All of these load beside the flow from the moment it opens. */
export function LaterScreen(props: LaterScreenProps): ReactNode {
  const { state, titleId, appName, long, hasPicker = true, onBack, onRetry, onClose } = props;
  const own = { titleId, appName };
  switch (state.step) {
    case 'choosingMethod':
      return <MethodScreen {...own} state={state} reconnects={props.reconnects} onChooseMethod={props.onChooseMethod} />;
    case 'authorising': {
      const { onShowWindow, onReopen, onContinueInTab, canContinueInTab = true, consentUrl } = props;
      return <WaitingScreen {...own} {...{ state, long, onShowWindow, onReopen, onContinueInTab, onBack, canContinueInTab, consentUrl }} />;
    }
    case 'checking':
      return <CheckingScreen {...own} state={state} long={long} onBack={onBack} />;
    case 'connected':
    case 'unverified':
      return <ConnectedScreen {...own} {...{ state, hasPicker, onClose }} onConnectAnother={props.onConnectAnother} />;
    case 'failed':
      return <FailedScreen {...own} {...{ state, hasPicker, onBack, onRetry, onClose }} onSendAgain={sendAgain(props)} />;
  }
}

/** What was typed before it failed is sent again. Undefined where it can not be: it is forgotten by now. */
function sendAgain({ state, forms, typed, onAuthorise, onSubmit }: LaterScreenProps): (() => void) | undefined {
  if (!('method' in state)) return undefined;
  const isKey = state.method.kind === 'key';
  // Without the screens that ask nothing was typed.
  if (forms === null) return isKey ? undefined : () => onAuthorise({});
  const layout = forms.layOutForm(state.method.schema);
  if (typed.cleared || (isKey && !forms.isDirty(layout.defaults(), typed.values))) return undefined;
  return () => (isKey ? onSubmit : onAuthorise)(layout.toSubmit(typed.values));
}
