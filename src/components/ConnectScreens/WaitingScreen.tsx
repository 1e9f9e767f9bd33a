'use client';
import type { ReactNode } from 'react';
import { useFlowWords } from '../../internal/index.js';
import { Button, Status, Tile } from '../parts/index.js';
import { Pair } from './Pair.js';
import { ScreenFrame } from './ScreenFrame.js';
import type { ConnectScreensActions, StateOf } from './types.js';

export interface WaitingScreenProps extends Pick<ConnectScreensActions, 'onShowWindow' | 'onReopen' | 'onContinueInTab' | 'onBack' | 'onClose'> {
  state: StateOf<'authorising'>;
  titleId: string;
  appName: string | undefined;
  canContinueInTab: boolean;
}

/** The person is in the sign-in window. How that window is doing is a hint, so Cancel is always there. */
export function WaitingScreen({ state, titleId, appName, canContinueInTab, onBack, onClose, ...actions }: WaitingScreenProps): ReactNode {
  const { waiting } = useFlowWords();
  const { definition, window } = state;
  const subject = { service: definition.name, app: appName };
  const words = {
    open: { title: waiting.open.title(subject), text: waiting.open.text },
    maybe_closed: { title: waiting.maybe_closed.title(subject), text: waiting.maybe_closed.text },
    blocked: { title: waiting.blocked.title, text: canContinueInTab ? waiting.blocked.text : waiting.blocked.allow },
  }[window];
  const mark =
    window === 'blocked' ? <Tile size="lg" name={definition.name} iconUrl={definition.iconUrl} /> : <Pair appName={appName} definition={definition} />;
  return (
    <ScreenFrame
      subject={definition}
      onClose={onClose}
      footer={<WaitingActions subject={subject} window={window} canContinueInTab={canContinueInTab} onBack={onBack} {...actions} />}
    >
      <Status mark={mark} badge={window === 'blocked' ? 'warning' : undefined} title={words.title} titleId={titleId} description={words.text} />
    </ScreenFrame>
  );
}

type WaitingActionsProps = Omit<
  ConnectScreensActions,
  'onPick' | 'onChooseMethod' | 'onSubmit' | 'onAuthorise' | 'onRetry' | 'onConnectAnother' | 'onClose'
> & {
  subject: { service: string; app: string | undefined };
  window: StateOf<'authorising'>['window'];
  canContinueInTab: boolean;
};

function WaitingActions({ subject, window, canContinueInTab, onBack, onShowWindow, onReopen, onContinueInTab }: WaitingActionsProps): ReactNode {
  const { cancel, waiting } = useFlowWords();
  if (window === 'blocked' && !canContinueInTab) {
    return (
      <>
        <Button variant="ghost" onClick={onBack}>
          {cancel}
        </Button>
        <Button variant="primary" onClick={onReopen}>
          {waiting.blocked.reopen}
        </Button>
      </>
    );
  }
  if (window === 'blocked') {
    return (
      <>
        <Button variant="ghost" onClick={onReopen}>
          {waiting.blocked.reopen}
        </Button>
        <Button variant="primary" onClick={onContinueInTab}>
          {waiting.blocked.continue}
        </Button>
      </>
    );
  }
  return (
    <>
      <Button variant="ghost" onClick={onBack}>
        {cancel}
      </Button>
      {window === 'open' ? (
        <Button onClick={onShowWindow}>{waiting.open.show}</Button>
      ) : (
        <Button variant="primary" onClick={onReopen}>
          {waiting.maybe_closed.reopen(subject)}
        </Button>
      )}
    </>
  );
}
