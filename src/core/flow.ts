import type { ConnectError } from './connectError.js';
import type { Connector } from './connector.js';
import type { AuthMethod, ConnectorDefinitionDetail } from './definition.js';
import type { ConnectErrorCode } from './errorCodes.js';

/** What a person is connecting: known from the moment a definition is loaded. */
interface Subject {
  definition: ConnectorDefinitionDetail;
  method: AuthMethod;
}

/** How the sign-in window is doing. Each is a hint, never a verdict. */
export type ConsentWindow = 'open' | 'maybe_closed' | 'blocked';

/**
 * Where the flow stands. It never holds what was typed: that lives in the form.
 * `failed.from` says what was being waited for, so that the way back is known.
 */
export type ConnectFlowState =
  | { step: 'idle' }
  | { step: 'picking' }
  | { step: 'loading'; definitionId: string }
  | { step: 'choosingMethod'; definition: ConnectorDefinitionDetail }
  | ({ step: 'configuring'; error: ConnectError | null } & Subject)
  | ({ step: 'authorising'; attemptId: string | null; window: ConsentWindow } & Subject)
  | ({ step: 'submitting' } & Subject)
  | ({ step: 'checking'; connector: Connector } & Subject)
  | ({ step: 'connected'; connector: Connector } & Subject)
  | ({ step: 'unverified'; connector: Connector } & Subject)
  | ({ step: 'failed'; from: 'authorising' | 'submitting' | 'checking'; error: ConnectError; connector: Connector | null } & Subject)
  | { step: 'failed'; from: 'loading'; error: ConnectError; definitionId: string };

export type ConnectFlowAction =
  | { type: 'open' }
  | { type: 'pick'; definitionId: string }
  | { type: 'definition_loaded'; definition: ConnectorDefinitionDetail }
  | { type: 'choose_method'; method: string }
  | { type: 'submit' }
  | { type: 'authorise' }
  | { type: 'attempt_started'; attemptId: string }
  | { type: 'window'; window: ConsentWindow }
  | { type: 'created'; connector: Connector }
  | { type: 'checked'; status: 'verified' | 'unverified' }
  /** Try the credentials of a stored connector again, after a check that could not be made. */
  | { type: 'recheck' }
  | { type: 'failed'; error: ConnectError }
  | { type: 'back' }
  | { type: 'close' };

export const initialFlow: ConnectFlowState = { step: 'idle' };

const WAITING = ['authorising', 'submitting', 'checking'] as const;
type Waiting = (typeof WAITING)[number];
const isWaiting = (step: string): step is Waiting => WAITING.some((waiting) => waiting === step);

/** Pure: the next state, or the same object when the action does not apply to it. */
export function reduceFlow(state: ConnectFlowState, action: ConnectFlowAction): ConnectFlowState {
  switch (action.type) {
    case 'open':
      return { step: 'picking' };
    case 'close':
      return initialFlow;
    case 'pick':
      return { step: 'loading', definitionId: action.definitionId };
    case 'definition_loaded':
      return state.step === 'loading' ? afterDefinition(action.definition) : state;
    case 'choose_method':
      return chooseMethod(state, action.method);
    case 'submit':
      return maySubmit(state) ? { step: 'submitting', definition: state.definition, method: state.method } : state;
    case 'authorise':
      return mayAuthorise(state) ? { step: 'authorising', definition: state.definition, method: state.method, attemptId: null, window: 'open' } : state;
    case 'attempt_started':
      return state.step === 'authorising' ? { ...state, attemptId: action.attemptId } : state;
    case 'window':
      return state.step === 'authorising' ? { ...state, window: action.window } : state;
    case 'created':
      return state.step === 'submitting' || state.step === 'authorising' || isLate(state)
        ? { step: 'checking', definition: state.definition, method: state.method, connector: action.connector }
        : state;
    case 'checked':
      return state.step === 'checking' ? { ...state, step: action.status === 'verified' ? 'connected' : 'unverified' } : state;
    case 'recheck':
      return isStored(state) ? { step: 'checking', definition: state.definition, method: state.method, connector: state.connector } : state;
    case 'failed':
      return fail(state, action.error);
    case 'back':
      return goBack(state);
  }
}

/** From the form, anew while one runs, and after a failure of which nothing is stored. */
export const mayAuthorise = (state: ConnectFlowState): state is Extract<ConnectFlowState, { method: unknown }> =>
  state.step === 'configuring' || state.step === 'authorising' || (state.step === 'failed' && state.from !== 'loading' && state.connector === null);

/** From the form, and after a failure of which nothing is stored: what was typed is sent again. */
export const maySubmit = (state: ConnectFlowState): state is Extract<ConnectFlowState, { method: unknown }> =>
  state.step === 'configuring' || (state.step === 'failed' && mayAuthorise(state) && state.method.kind === 'key');

/** A failed check of what is stored: the only failure that leaves a connector. */
export const isStored = (state: ConnectFlowState): state is Extract<ConnectFlowState, { step: 'failed'; from: Waiting }> & { connector: Connector } =>
  state.step === 'failed' && state.from !== 'loading' && state.connector !== null;

/** A sign-in that was given up may have ended well after all. */
const isLate = (state: ConnectFlowState): state is Extract<ConnectFlowState, { step: 'failed'; from: Waiting }> =>
  state.step === 'failed' && state.from === 'authorising' && state.connector === null;

function afterDefinition(definition: ConnectorDefinitionDetail): ConnectFlowState {
  const [only, ...others] = definition.methods;
  return only !== undefined && others.length === 0 ? { step: 'configuring', definition, method: only, error: null } : { step: 'choosingMethod', definition };
}

function chooseMethod(state: ConnectFlowState, key: string): ConnectFlowState {
  if (state.step !== 'choosingMethod' && state.step !== 'configuring') return state;
  const method = state.definition.methods.find((candidate) => candidate.key === key);
  return method === undefined ? state : { step: 'configuring', definition: state.definition, method, error: null };
}

/** After these there is nothing to go on with: the check has removed it, the host does, or somebody has. */
const ENDS_CONNECTOR: ReadonlySet<ConnectErrorCode> = new Set(['credentials_refused', 'refused_connector_left', 'connector_not_found']);

/** After these the values are to blame: what was typed is shown again. */
const BLAMES_VALUES: ReadonlySet<ConnectErrorCode> = new Set(['credentials_refused', 'credentials_mismatch', 'refused_connector_left', 'invalid_input']);

function fail(state: ConnectFlowState, error: ConnectError): ConnectFlowState {
  if (state.step === 'loading') return { step: 'failed', from: 'loading', definitionId: state.definitionId, error };
  if (!isWaiting(state.step) || !('method' in state)) return state;
  const { definition, method } = state;
  // What a value is to blame for is said at the value: the form is shown again, with what was typed.
  if (method.kind === 'key' && BLAMES_VALUES.has(error.code)) return { step: 'configuring', definition, method, error };
  const connector = 'connector' in state && !ENDS_CONNECTOR.has(error.code) ? state.connector : null;
  return { step: 'failed', from: state.step, definition, method, error, connector };
}

/** To what was typed; from a sign-in to the other ways, where there are some. */
function afterFailure({ definition, method }: Subject): ConnectFlowState {
  return method.kind === 'oauth' && definition.methods.length > 1
    ? { step: 'choosingMethod', definition }
    : { step: 'configuring', definition, method, error: null };
}

function goBack(state: ConnectFlowState): ConnectFlowState {
  switch (state.step) {
    case 'configuring':
      return state.definition.methods.length > 1 ? { step: 'choosingMethod', definition: state.definition } : { step: 'picking' };
    case 'choosingMethod':
    case 'loading':
      return { step: 'picking' };
    case 'authorising':
    case 'submitting':
    case 'checking':
      return { step: 'configuring', definition: state.definition, method: state.method, error: null };
    case 'failed':
      return 'method' in state ? afterFailure(state) : { step: 'picking' };
    default:
      return state;
  }
}
