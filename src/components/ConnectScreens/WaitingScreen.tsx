'use client';
import type { ReactNode } from 'react';
import { useFlowWords } from '../../internal/index.js';
import { Button, Status } from '../parts/index.js';
import { OfflineNotice } from './OfflineNotice.js';
import { Pair } from './Pair.js';
import { ScreenFrame } from './ScreenFrame.js';
import { ServiceTile } from './ServiceTile.js';
import type { ConnectScreensActions, StateOf } from './types.js';

export interface WaitingScreenProps extends Pick<ConnectScreensActions, 'onShowWindow' | 'onReopen' | 'onContinueInTab' | 'onBack'> {
  state: StateOf<'authorising'>;
  titleId: string;
  appName: string | undefined;
  canContinueInTab: boolean;
  /** The consent page, to be opened by hand where nothing else opens it. */
  consentUrl: string | undefined;
  /** It takes longer than usual. */
  long: boolean;
}

/** The person is in the sign-in window. How that window is doing is a hint, so Cancel is always there. */
export function WaitingScreen({ state, titleId, appName, canContinueInTab, consentUrl, long, ...actions }: WaitingScreenProps): ReactNode {
  const { waiting } = useFlowWords();
  const { definition, window } = state;
  const subject = { service: definition.name, app: appName };
  const link = window === 'blocked' && !canContinueInTab ? consentUrl : undefined;
  const way = link === undefined ? window : 'link';
  const words = {
    open: { title: waiting.open.title(subject), text: long ? waiting.open.long : waiting.open.text },
    maybe_closed: { title: waiting.maybe_closed.title(subject), text: waiting.maybe_closed.text },
    blocked: { title: waiting.blocked.title, text: canContinueInTab ? waiting.blocked.text : waiting.blocked.allow },
    link: { title: waiting.link.title(subject), text: waiting.link.text(subject) },
  }[way];
  const mark = window === 'blocked' ? <ServiceTile size="lg" definition={definition} /> : <Pair appName={appName} definition={definition} />;
  return (
    <ScreenFrame footer={<WaitingActions subject={subject} window={window} canContinueInTab={canContinueInTab} link={link} {...actions} />}>
      <Status mark={mark} badge={way === 'blocked' ? 'warning' : undefined} title={words.title} titleId={titleId} description={words.text}>
        <OfflineNotice />
      </Status>
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
  link: string | undefined;
};

/** Each has a place of its own: a press that begins on one never ends on another. */
function WaitingActions({ subject, window, canContinueInTab, link, onBack, onShowWindow, onReopen, onContinueInTab }: WaitingActionsProps): ReactNode {
  const { cancel, waiting } = useFlowWords();
  const blocked = window === 'blocked';
  const leaves = blocked && canContinueInTab;
  return (
    <>
      {!leaves && (
        <Button variant="ghost" onClick={onBack}>
          {cancel}
        </Button>
      )}
      {window === 'open' && <Button onClick={onShowWindow}>{waiting.open.show}</Button>}
      {window !== 'open' && link === undefined && (
        <Button variant={leaves ? 'ghost' : 'primary'} onClick={onReopen}>
          {blocked ? waiting.blocked.reopen : waiting.maybe_closed.reopen(subject)}
        </Button>
      )}
      {link !== undefined && (
        <a data-ack-slot="button" data-variant="primary" href={link} target="_blank" rel="noreferrer">
          {waiting.link.open(subject)}
        </a>
      )}
      {leaves && (
        <Button variant="primary" onClick={onContinueInTab}>
          {waiting.blocked.continue}
        </Button>
      )}
    </>
  );
}
