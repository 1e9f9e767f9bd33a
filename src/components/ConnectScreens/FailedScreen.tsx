'use client';
import { type ReactNode, useState } from 'react';
import type { ConnectErrorCode, ConnectorDefinition } from '../../core/index.js';
import { ReplaceablePart, useErrorWords, useFlowWords } from '../../internal/index.js';
import { Button, ErrorReason, onlyReloadHelps, Status, Tile } from '../parts/index.js';
import { ErrorDetails } from './ErrorDetails.js';
import { ScreenFrame } from './ScreenFrame.js';
import { ServiceTile } from './ServiceTile.js';
import { useScreens } from './slots.js';
import type { ConnectScreensActions, StateOf } from './types.js';

/** Repeating would meet the same answer: the way on is another way, or another service. */
const GOES_BACK: ReadonlySet<ConnectErrorCode> = new Set([
  'operation_not_allowed',
  'operation_not_found',
  'connector_not_found',
  'connector_recycled',
  'definition_not_found',
  'definition_not_enabled',
  'not_supported',
  'not_available_in_token_mode',
  'credentials_mismatch',
  'create_unclear',
  'oauth_not_available',
]);

/** Another window has the sign-in: here nothing failed, and there is nothing to try again. */
const ELSEWHERE = 'attempt_replaced';

export interface FailedScreenProps extends Pick<ConnectScreensActions, 'onBack' | 'onRetry' | 'onClose'> {
  state: StateOf<'failed'>;
  titleId: string;
  appName: string | undefined;
  /** Whether there is a picker to go back to. */
  hasPicker: boolean;
  /** Starts the sign-in again, in the click. */
  onAuthoriseAgain: () => void;
}

/** What happened, what was kept, the way on; details in a fold. It never closes by itself. */
export function FailedScreen({ state, titleId, appName, hasPicker, ...actions }: FailedScreenProps): ReactNode {
  const { unchecked } = useFlowWords();
  const errors = useErrorWords();
  const { parts } = useScreens();
  const [failedAt] = useState(() => new Date());
  const { error } = state;
  const definition: ConnectorDefinition | undefined = state.from === 'loading' ? undefined : state.definition;
  const words = errors[error.code]({ service: definition?.name, app: appName, only: !hasPicker, ...factsOf(state) });
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

type Actions = Pick<FailedScreenProps, 'onBack' | 'onRetry' | 'onClose' | 'onAuthoriseAgain'>;

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
      <Button variant="primary" onClick={on.go}>
        {on.label}
      </Button>
    </>
  );
}

interface Way {
  label: string;
  go: () => void;
}

/** The way on, and beside it another one: two that lead to the same place are one. */
function useWaysOn({ state, action, hasPicker, onBack, onRetry, onClose, onAuthoriseAgain }: FailedActionsProps): { aside: Way | null; on: Way } {
  const flow = useFlowWords();
  const { code } = state.error;
  const { typed, signedIn } = factsOf(state);
  const close: Way = { label: flow.close, go: onClose };
  const back: Way = { label: action, go: onBack };
  // Before a service that the host has chosen there is nothing to go back to.
  const first = state.from === 'loading' && !hasPicker;
  if (code === ELSEWHERE) return { aside: null, on: close };
  if (GOES_BACK.has(code) || (code === 'credentials_refused' && typed))
    return first ? { aside: null, on: close } : { aside: { label: flow.cancel, go: onClose }, on: back };
  // A page that is loaded anew has an empty form: that is not the first thing to press.
  if (onlyReloadHelps(code) && typed) return { aside: { label: flow.failed.reload, go: reload }, on: back };
  const severalWays = state.from !== 'loading' && state.definition.methods.length > 1;
  const label = typed ? flow.failed.toForm : severalWays ? flow.failed.otherMethod : flow.back;
  const again = onlyReloadHelps(code) ? reload : signedIn ? onAuthoriseAgain : onRetry;
  return { aside: first ? close : { label, go: onBack }, on: { label: action, go: again } };
}

const reload = (): void => location.reload();

/** What the words of a failure depend on, apart from its code. */
function factsOf(state: StateOf<'failed'>) {
  const kind = state.from === 'loading' ? null : state.method.kind;
  return { typed: kind === 'key', signedIn: kind === 'oauth', retryAfter: state.error.retryAfter };
}
