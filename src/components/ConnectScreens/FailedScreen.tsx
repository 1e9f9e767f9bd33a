'use client';
import { type ReactNode, useState } from 'react';
import type { ConnectErrorCode, ConnectorDefinition } from '../../core/index.js';
import { ReplaceablePart, useErrorWords, useFlowWords } from '../../internal/index.js';
import { useSecondsLeft } from '../ExecutePlayground/useSeconds.js';
import { Button, ErrorReason, onlyReloadHelps, Status, Tile } from '../parts/index.js';
import { ErrorDetails } from './ErrorDetails.js';
import { ScreenFrame } from './ScreenFrame.js';
import { ServiceTile } from './ServiceTile.js';
import { useScreens } from './slots.js';
import type { ConnectScreensActions, StateOf } from './types.js';

/** Repeating would meet the same answer: the way on is another way, or another service. */
const GOES_BACK: ReadonlySet<ConnectErrorCode> = new Set([
  'invalid_input',
  'operation_not_allowed',
  'operation_not_found',
  'connector_not_found',
  'connector_recycled',
  'definition_not_found',
  'definition_not_enabled',
  'not_supported',
  'not_available_in_token_mode',
  'credentials_mismatch',
  'body_too_large',
  'inputs_too_large',
  'create_unclear',
  'oauth_not_available',
]);

/** Another window has the sign-in: here nothing failed. Who has lost that window signs in here instead. */
const ELSEWHERE = 'attempt_replaced';

export interface FailedScreenProps extends Pick<ConnectScreensActions, 'onBack' | 'onRetry' | 'onClose'> {
  state: StateOf<'failed'>;
  titleId: string;
  appName: string | undefined;
  /** Whether there is a picker to go back to. */
  hasPicker: boolean;
  /** Sends what was typed again, or starts the sign-in again, in the click. Undefined where what was typed is forgotten by now. */
  onSendAgain: (() => void) | undefined;
}

/** What happened, what was kept, the way on; details in a fold. It never closes by itself. */
export function FailedScreen({ state, titleId, appName, hasPicker, ...actions }: FailedScreenProps): ReactNode {
  const { unchecked } = useFlowWords();
  const errors = useErrorWords();
  const { parts } = useScreens();
  const [failedAt] = useState(() => new Date());
  const { error } = state;
  const definition: ConnectorDefinition | undefined = state.from === 'loading' ? undefined : state.definition;
  const words = errors[error.code]({
    service: definition?.name,
    app: appName,
    ofApp: state.from !== 'checking',
    only: !hasPicker,
    forgotten: actions.onSendAgain === undefined,
    // Else the button counts it.
    retryAfter: state.from !== 'loading' && actions.onSendAgain === undefined ? error.retryAfter : undefined,
    ...factsOf(state),
  });
  // The only failure that leaves a connector is that of its check.
  const stored = state.from === 'loading' ? null : state.connector;
  return (
    <ScreenFrame footer={stored ? <UncheckedActions {...actions} /> : <FailedActions {...actions} {...{ state, hasPicker }} action={words.action} />}>
      <Status
        mark={definition === undefined ? <Tile size="lg" name={appName ?? ''} host /> : <ServiceTile size="lg" definition={definition} />}
        badge={stored ? 'warning' : error.code === ELSEWHERE ? undefined : 'danger'}
        title={stored ? unchecked.title(stored) : words.title}
        titleId={titleId}
        description={stored ? unchecked.text({ cause: words.title }) : words.text}
      >
        {error.reason !== undefined && <ErrorReason open>{error.reason}</ErrorReason>}
        <ReplaceablePart name="details" part={parts.details} props={{ error, failedAt }}>
          <ErrorDetails error={error} failedAt={failedAt} />
        </ReplaceablePart>
      </Status>
    </ScreenFrame>
  );
}

type Actions = Pick<FailedScreenProps, 'onBack' | 'onRetry' | 'onClose' | 'onSendAgain'>;

function UncheckedActions({ onRetry, onClose }: Actions): ReactNode {
  const { done, unchecked } = useFlowWords();
  return (
    <>
      <Button variant="ghost" onClick={onRetry}>
        {unchecked.again}
      </Button>
      <Button variant="primary" onClick={onClose}>
        {done}
      </Button>
    </>
  );
}

interface FailedActionsProps extends Actions, Pick<FailedScreenProps, 'state' | 'hasPicker'> {
  /** Label of the way on. */
  action: string;
}

function FailedActions(props: FailedActionsProps): ReactNode {
  const { aside, on } = useWaysOn(props);
  return (
    <>
      {aside !== null && (
        <Button variant="ghost" onClick={aside.go}>
          {aside.label}
        </Button>
      )}
      <Button variant="primary" disabled={on.wait === true} onClick={on.go}>
        {on.label}
      </Button>
    </>
  );
}

interface Way {
  label: string;
  go: () => void;
  /** Not yet: the answer said when. */
  wait?: boolean | undefined;
}

/** The way on, and beside it another one: two that lead to the same place are one. */
function useWaysOn({ state, action, hasPicker, onBack, onRetry, onClose, onSendAgain }: FailedActionsProps): { aside: Way | null; on: Way } {
  const flow = useFlowWords();
  const { code, retryAfter } = state.error;
  const { typed } = factsOf(state);
  const left = useSecondsLeft(retryAfter, state.error);
  const close: Way = { label: flow.close, go: onClose };
  const back: Way = { label: action, go: onBack };
  // Before a service that the host has chosen there is nothing to go back to.
  const first = state.from === 'loading' && !hasPicker;
  if (code === ELSEWHERE) return { aside: onSendAgain ? { label: flow.failed.here, go: onSendAgain } : null, on: close };
  if (GOES_BACK.has(code) || (code === 'credentials_refused' && typed))
    return first ? { aside: null, on: close } : { aside: { label: flow.cancel, go: onClose }, on: back };
  // A page that is loaded anew has an empty form: that is not the first thing to press.
  if (onlyReloadHelps(code) && typed) return { aside: { label: flow.failed.reload, go: reload }, on: back };
  const later = (way: Way): Way => (left > 0 ? { ...way, label: flow.failed.againIn(left), wait: true } : way);
  const severalWays = state.from !== 'loading' && state.definition.methods.length > 1;
  const label = typed ? flow.failed.toForm : severalWays ? flow.failed.otherMethod : flow.back;
  const toForm: Way = { label, go: onBack };
  if (onlyReloadHelps(code)) return { aside: first ? close : toForm, on: { label: action, go: reload } };
  if (state.from === 'loading') return { aside: first ? close : toForm, on: later({ label: action, go: onRetry }) };
  return onSendAgain === undefined ? { aside: null, on: toForm } : { aside: toForm, on: later({ label: action, go: onSendAgain }) };
}

const reload = (): void => location.reload();

/** What the words of a failure depend on, apart from its code. */
function factsOf(state: StateOf<'failed'>) {
  const kind = state.from === 'loading' ? null : state.method.kind;
  return { typed: kind === 'key', signedIn: kind === 'oauth' };
}
