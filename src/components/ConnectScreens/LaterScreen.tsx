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
  state: StateOf<'choosing_method' | 'authorising' | 'checking' | 'connected' | 'unverified' | 'failed'>;
}

/** The screen of a state that no flow begins with. All of these load beside the flow from the moment it opens. */
export function LaterScreen(props: LaterScreenProps): ReactNode {
  const { state, titleId, appName, long, hasPicker = true, onBack, onRetry, onClose } = props;
  const own = { titleId, appName };
  switch (state.step) {
    case 'choosing_method':
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
      return <FailedScreen {...own} {...{ state, hasPicker, onBack, onRetry, onClose }} onAuthoriseAgain={() => authoriseAgain(props)} />;
  }
}

/** What was typed before the sign-in failed is sent again. */
function authoriseAgain({ state, forms, typed, onAuthorise }: LaterScreenProps): void {
  if (!('method' in state)) return;
  // Without the screens that ask nothing was typed.
  onAuthorise(forms === null ? {} : forms.layOutForm(state.method.schema).toSubmit(typed.values));
}
