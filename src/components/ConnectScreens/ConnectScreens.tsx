'use client';
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import type { ConnectFlowState, ConnectorValues } from '../../core/index.js';
import { layOutForm } from '../../form/index.js';
import { createLater } from '../../internal/index.js';
import { Announcement } from './Announcement.js';
import { CheckingScreen } from './CheckingScreen.js';
import { ConnectedScreen } from './ConnectedScreen.js';
import { FailedScreen } from './FailedScreen.js';
import { LoadingScreen } from './LoadingScreen.js';
import { MethodScreen } from './MethodScreen.js';
import { PickingScreen } from './PickingScreen.js';
import { type ConnectScreensSlot, SlotsProvider } from './slots.js';
import type { ConnectScreensActions, ConnectScreensData } from './types.js';
import { useDiscardQuestion } from './useDiscardQuestion.js';
import { type TypedValues, useTypedValues } from './useTypedValues.js';
import { WaitingScreen } from './WaitingScreen.js';

export interface ConnectScreensProps extends ConnectScreensData, ConnectScreensActions {
  /** Id of the screen's title, which names the dialog around it. @default a made one */
  titleId?: string | undefined;
  /** Values that came back over a full-page redirect. @default null */
  initialValues?: ConnectorValues | null | undefined;
  /** Move focus also to the first screen: for a dialog that has just opened. @default false */
  autoFocus?: boolean | undefined;
  /** Class for each named slot: the same names as `data-ack-slot`. */
  classNames?: Partial<Record<ConnectScreensSlot, string>> | undefined;
}

/** The screens with a form load beside the others. */
export const formScreens = createLater(() => import('./formScreens.js'));

/**
 * All screens of the connect flow, for a state of it. Head, body and foot without a frame: put it into a `Dialog`, or into a
 * `<section data-ack-slot="connect">`. What was typed stays in here, and is forgotten with it; closing asks before it is.
 */
export function ConnectScreens({ titleId, initialValues = null, autoFocus = false, classNames, ...props }: ConnectScreensProps): ReactNode {
  const madeId = useId();
  const id = titleId ?? madeId;
  const typed = useTypedValues(props.state, initialValues);
  const question = useDiscardQuestion(typed.dirty, () => props.onClose());
  const screen = useRef<HTMLDivElement>(null);
  // Set by hand: React 18 does not know the attribute.
  useLayoutEffect(() => {
    if (screen.current !== null) screen.current.inert = question.asking;
  }, [question.asking]);
  const forms = formScreens.use(props.state.step !== 'idle' && props.state.step);
  useTitleFocus(id, asksNow(props.state) && forms === null ? 'loading' : screenOf(props.state), autoFocus, takesFocus(props.state));
  return (
    <SlotsProvider classNames={classNames}>
      <div data-ack-slot="flow-screen" ref={screen}>
        <Screen {...props} onClose={question.close} forms={forms} titleId={id} autoFocus={autoFocus} typed={typed} />
      </div>
      {question.asking && forms !== null && <forms.DiscardQuestion onKeep={question.keep} onDiscard={question.discard} />}
      <p data-ack-slot="announcement" role="status">
        <Announcement {...props} />
      </p>
    </SlotsProvider>
  );
}

type ScreenProps = ConnectScreensProps & {
  forms: Awaited<ReturnType<typeof formScreens.load>> | null;
  titleId: string;
  autoFocus: boolean;
  typed: TypedValues;
};

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

function Screen(given: ScreenProps): ReactNode {
  const props = withoutEvents(given);
  const { state, titleId, appName, forms } = props;
  const own = { titleId, appName, onBack: props.onBack, onClose: props.onClose };
  const { values, setValues } = props.typed;
  const form = { values, onValuesChange: setValues };
  switch (state.step) {
    case 'idle':
      return null;
    case 'picking':
      return <PickingScreen {...props} />;
    case 'loading':
      return <LoadingScreen {...own} />;
    case 'choosing_method':
      return <MethodScreen {...own} state={state} onChooseMethod={props.onChooseMethod} />;
    case 'configuring':
    case 'submitting':
      if (forms === null) return <LoadingScreen {...own} />;
      if (state.step === 'configuring' && state.method.kind === 'oauth')
        return <forms.ConsentScreen {...own} {...form} state={state} onAuthorise={props.onAuthorise} />;
      return <forms.FormScreen {...own} {...form} state={state} onSubmit={props.onSubmit} />;
    case 'authorising':
      return (
        <WaitingScreen
          {...own}
          state={state}
          onShowWindow={props.onShowWindow}
          onReopen={props.onReopen}
          onContinueInTab={props.onContinueInTab}
          canContinueInTab={props.canContinueInTab ?? true}
        />
      );
    case 'checking':
      return <CheckingScreen {...own} state={state} />;
    case 'connected':
    case 'unverified':
      return <ConnectedScreen {...own} state={state} onConnectAnother={props.onConnectAnother} />;
    case 'failed':
      return <FailedScreen {...own} state={state} onRetry={props.onRetry} onAuthoriseAgain={() => authoriseAgain(props)} />;
  }
}

/** What was typed before the sign-in failed is sent again. */
function authoriseAgain({ state, typed, onAuthorise }: ScreenProps): void {
  if ('method' in state) onAuthorise(layOutForm(state.method.schema).toSubmit(typed.values));
}

const asksNow = ({ step }: ConnectFlowState): boolean => step === 'configuring' || step === 'submitting';

/** The form stays while its values are stored. */
const screenOf = ({ step }: ConnectFlowState): string => (step === 'submitting' ? 'configuring' : step);

/** The picker's search and a refused field take the focus themselves. */
const takesFocus = (state: ConnectFlowState): boolean => state.step === 'picking' || (state.step === 'configuring' && state.error !== null);

/** Focus goes to the title of each new screen. */
function useTitleFocus(titleId: string, screen: string, autoFocus: boolean, takesFocusItself: boolean): void {
  const seen = useRef<string | null>(null);
  useEffect(() => {
    const first = seen.current === null;
    const same = seen.current === screen;
    seen.current = screen;
    if (same || takesFocusItself || (first && !autoFocus)) return;
    document.getElementById(titleId)?.focus();
  }, [titleId, screen, takesFocusItself, autoFocus]);
}
