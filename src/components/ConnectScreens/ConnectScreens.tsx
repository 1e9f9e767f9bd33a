'use client';
import { type ReactNode, useId, useLayoutEffect, useMemo, useRef } from 'react';
import type { ConnectFlowState, ConnectorValues } from '../../core/index.js';
import { rootProps } from '../../internal/index.js';
import { Announcement } from './Announcement.js';
import { formScreens } from './loadFormScreens.js';
import { laterScreens } from './loadLaterScreens.js';
import { Screen, type ScreenProps } from './Screen.js';
import { type ConnectScreensParts, type ConnectScreensSlot, ScreensContext, SlotsProvider } from './slots.js';
import type { ConnectScreensActions, ConnectScreensData } from './types.js';
import { useDiscardQuestion } from './useDiscardQuestion.js';
import { useLong } from './useLong.js';
import { useOffline } from './useOffline.js';
import { useSecondPress } from './useSecondPress.js';
import { useTitleFocus } from './useTitleFocus.js';
import { useTypedValues } from './useTypedValues.js';

/** Props of `ConnectScreens`. */
export interface ConnectScreensProps extends ConnectScreensData, ConnectScreensActions {
  /** Id of the screen's title, which names the dialog around it. @default a made one */
  titleId?: string | undefined;
  /** Values that came back over a full-page redirect. @default null */
  initialValues?: ConnectorValues | null | undefined;
  /** Move focus also to the first screen: for a dialog that has just opened. @default false */
  autoFocus?: boolean | undefined;
  /** Class for each named slot: the same names as `data-ack-slot`. */
  classNames?: Partial<Record<ConnectScreensSlot, string>> | undefined;
  /** Components in place of the kit's. */
  slots?: ConnectScreensParts | undefined;
}

const NO_PARTS: ConnectScreensParts = {};
const LONG_MS = 10_000;

/**
 * All screens of the connect flow, for a state of it. Head, body and foot without a frame: put it into a `Dialog`, or into a
 * `<section data-ack-slot="connect">`. What was typed stays in here, and is forgotten with it; closing asks before it is.
 */
export function ConnectScreens({
  titleId: givenId,
  initialValues = null,
  autoFocus = false,
  classNames,
  slots = NO_PARTS,
  ...props
}: ConnectScreensProps): ReactNode {
  const { state, appName, longAfterMs = LONG_MS } = props;
  const madeId = useId();
  const titleId = givenId ?? madeId;
  const known = useOffline();
  // What could not be loaded is asked for again with the next step, and with the network's coming back.
  const wanted = state.step !== 'idle' && `${state.step} ${known}`;
  const forms = formScreens.use(wanted);
  const later = laterScreens.use(wanted);
  const awaited = isAwaited(state, { forms, later });
  const typed = useTypedValues(forms, state, initialValues);
  const question = useDiscardQuestion({ dirty: typed.dirty, held: isHeld(state), onClose: () => props.onClose() });
  const screen = useRef<HTMLDivElement>(null);
  // Set by hand: React 18 does not know the attribute.
  useLayoutEffect(() => {
    if (screen.current !== null) screen.current.inert = question.asking;
  }, [question.asking]);
  useSecondPress(screen, question.asking ? 'question' : state, later);
  const long = useLong(waitOf(state), longAfterMs);
  const offline = (props.offline ?? known) && (awaited || needsNetwork(state));
  useTitleFocus({ flow: screen, titleId, state, awaited, autoFocus });
  return (
    <SlotsProvider classNames={classNames}>
      <ScreensContext.Provider value={useMemo(() => ({ parts: slots, classNames, offline }), [slots, classNames, offline])}>
        <div {...rootProps('flow-screen')} ref={screen}>
          <Screen {...props} {...{ forms, later, awaited, titleId, autoFocus, long, typed }} onClose={question.close} />
        </div>
        {question.asking && forms !== null && <forms.DiscardQuestion onKeep={question.keep} onDiscard={question.discard} />}
        <p {...rootProps('announcement')} role="status">
          <Announcement {...{ state, appName, long, offline, later }} reconnects={props.reconnects} />
        </p>
      </ScreensContext.Provider>
    </SlotsProvider>
  );
}

/** Whether the state's screen is still on its way. */
function isAwaited({ step }: ConnectFlowState, { forms, later }: Pick<ScreenProps, 'forms' | 'later'>): boolean {
  if (step === 'idle' || step === 'picking' || step === 'loading') return false;
  return (step === 'configuring' || step === 'submitting' ? forms : later) === null;
}

/** Whether closing would end something that was begun. */
const isHeld = ({ step }: ConnectFlowState): boolean => step === 'authorising' || step === 'submitting' || step === 'checking';

/** What a person waits for, by name; null where the next step is theirs. */
function waitOf(state: ConnectFlowState): string | null {
  if (state.step === 'authorising') return state.window === 'open' ? state.step : null;
  return state.step === 'loading' || state.step === 'submitting' || state.step === 'checking' ? state.step : null;
}

/** What is done already, or has failed and says so itself, needs none. */
const needsNetwork = ({ step }: ConnectFlowState): boolean => step !== 'connected' && step !== 'unverified' && step !== 'failed';
