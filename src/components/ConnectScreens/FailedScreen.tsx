'use client';
import { type ReactNode, useState } from 'react';
import type { ConnectErrorCode, ConnectorDefinition } from '../../core/index.js';
import { ReplaceablePart, useErrorWords, useFlowWords } from '../../internal/index.js';
import { Button, ErrorReason, Status, Tile } from '../parts/index.js';
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

export interface FailedScreenProps extends Pick<ConnectScreensActions, 'onBack' | 'onRetry' | 'onClose'> {
  state: StateOf<'failed'>;
  titleId: string;
  appName: string | undefined;
  /** Starts the sign-in again, in the click. */
  onAuthoriseAgain: () => void;
}

/** What happened, what was kept, the way on; details in a fold. It never closes by itself. */
export function FailedScreen({ state, titleId, appName, onAuthoriseAgain, onBack, onRetry, onClose }: FailedScreenProps): ReactNode {
  const flow = useFlowWords();
  const errors = useErrorWords();
  const { parts } = useScreens();
  const [failedAt] = useState(() => new Date());
  const definition: ConnectorDefinition | undefined = state.from === 'loading' ? undefined : state.definition;
  const words = errors[state.error.code]({ service: definition?.name, app: appName, ...factsOf(state) });
  const back = GOES_BACK.has(state.error.code);
  // An old page meets the same answer until it is a new one.
  const again = state.error.code === 'version_mismatch' ? () => location.reload() : state.from === 'authorising' ? onAuthoriseAgain : onRetry;
  const severalWays = state.from !== 'loading' && state.definition.methods.length > 1;
  const footer = (
    <>
      <Button variant="ghost" onClick={back ? onClose : onBack}>
        {back ? flow.cancel : leaveLabel(state.from, severalWays, flow)}
      </Button>
      <Button variant="primary" onClick={back ? onBack : again}>
        {words.action}
      </Button>
    </>
  );
  return (
    <ScreenFrame footer={footer}>
      <Status
        mark={definition === undefined ? <Tile size="lg" name={appName ?? ''} host /> : <ServiceTile size="lg" definition={definition} />}
        badge="danger"
        title={words.title}
        titleId={titleId}
        description={words.text}
      >
        {state.error.reason !== undefined && <ErrorReason>{state.error.reason}</ErrorReason>}
        <ReplaceablePart name="details" part={parts.details} props={{ error: state.error, failedAt }}>
          <ErrorDetails error={state.error} failedAt={failedAt} />
        </ReplaceablePart>
      </Status>
    </ScreenFrame>
  );
}

/** What the words of a failure depend on, apart from its code. */
function factsOf(state: StateOf<'failed'>): { stored: boolean; signedIn: boolean } {
  if (state.from === 'loading') return { stored: false, signedIn: false };
  return { stored: state.from === 'checking' && state.connector !== null, signedIn: state.method.kind === 'oauth' };
}

interface LeaveWords {
  back: string;
  failed: { toForm: string; otherMethod: string };
}

/** Where Back leads from here, in its own words. */
function leaveLabel(from: StateOf<'failed'>['from'], severalWays: boolean, { back, failed }: LeaveWords): string {
  if (from === 'loading') return back;
  return from === 'authorising' && severalWays ? failed.otherMethod : from === 'authorising' ? back : failed.toForm;
}
