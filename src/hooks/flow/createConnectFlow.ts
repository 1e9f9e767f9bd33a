import {
  type ConnectApi,
  type ConnectError,
  type ConnectErrorCode,
  type ConnectFlowState,
  type Connector,
  type ConnectorValues,
  type CreateConnectorInput,
  isStored,
  maySubmit,
  Sealed,
  toConnectError,
} from '../../core/index.js';
import { dropReturn, type ReturnPoint } from '../../oauth/index.js';
import { createFlowParts, type FlowParts } from './flowParts.js';
import type { ConnectedConnector, ConnectFlow, ConnectFlowActions, ConnectFlowOptions, ConnectOptions } from './types.js';

/**
 * The connect flow, run: drives the reducer of `core`, makes the calls and owns the sign-in window. No React: a provider holds one, so
 * that a button that unmounts takes nothing with it.
 */
export function createConnectFlow(options: ConnectFlowOptions): ConnectFlow {
  const parts = createFlowParts(options);
  const { store, signIn } = parts;
  const gone = new AbortController();
  const resume = (point: ReturnPoint, isOpen = false) => {
    if (point.hasPicker === false) parts.session.asked = { ...parts.session.asked, definition: point.definition };
    parts.emit({ type: 'opened' });
    signIn.resume(point, isOpen);
  };
  return {
    actions: createActions(parts),
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
    resume: (point) => resume(point),
    async resumeEnded(point) {
      const ended = await hasEnded(options.api, point.attemptId, gone.signal);
      if (gone.signal.aborted || (ended === null && !cameBack()) || !mayResume(store.state, options.surface)) return;
      // Whoever takes the note goes on with it: two flows may have asked.
      if (dropReturn(point.attemptId) && ended !== false) resume(point, ended === null);
    },
    dispose() {
      gone.abort();
      const tell = end(parts);
      signIn.dispose();
      tell();
    },
  };
}

/** These tell a person nothing who came back: another sign-in took the place of theirs, or it lies long behind. */
const NO_NEWS: ReadonlySet<ConnectErrorCode> = new Set(['attempt_replaced', 'attempt_expired', 'attempt_unknown']);

/** Whether an attempt has ended with something to tell; false: without. Null while it is open, and where nobody could be asked. */
const hasEnded = (api: ConnectApi, attemptId: string, signal: AbortSignal): Promise<boolean | null> =>
  api.getAttempt(attemptId, { signal }).then(
    (outcome) => (outcome.status === 'pending' ? null : outcome.status === 'connected' || !NO_NEWS.has(outcome.error.code)),
    (thrown: unknown) => (NO_NEWS.has(toConnectError(thrown).code) ? false : null),
  );

/** Whether this page was reached by the browser's Back or Forward: from the consent page, where a sign-in is open. */
const cameBack = (): boolean => performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'back_forward');

/** A dialog that is open was opened for something else. A flow in the page is open by itself: whoever came back is about to begin there at most. */
const mayResume = ({ step }: ConnectFlowState, surface: ConnectFlowOptions['surface']): boolean =>
  step === 'idle' || (surface === 'inline' && (step === 'picking' || step === 'loading' || step === 'choosingMethod' || step === 'configuring'));

function createActions(parts: FlowParts): ConnectFlowActions {
  const { emit, store, waiter, session, task, load, signIn } = parts;
  const pick = (definitionId: string) => {
    store.dispatch({ type: 'pick', definitionId });
    emit({ type: 'definition_selected', definitionId });
    task.run((signal) => load(definitionId, signal));
  };
  const begin = () => {
    store.dispatch({ type: 'open' });
    if (session.asked.definition !== undefined) pick(session.asked.definition);
  };
  const open = ({ reconnect, ...asked }: ConnectOptions) => {
    session.asked = reconnect === undefined ? asked : { ...asked, definition: reconnect.definition.id };
    emit({ type: 'opened' });
    begin();
    store.change({
      reconnects: reconnect === undefined ? null : { id: reconnect.id, name: reconnect.name },
      hasPicker: session.asked.definition === undefined,
    });
  };
  const close = () => {
    if (store.state.step === 'idle') return;
    const tell = end(parts);
    emit({ type: 'closed' });
    tell();
  };
  return {
    connect(asked = {}) {
      close();
      const connected = waiter.wait();
      open(asked);
      return connected;
    },
    ensureOpen(asked = {}) {
      if (store.state.step === 'idle') open(asked);
      // A sign-in that went on in this tab has opened it, and knows of nobody to tell.
      else session.asked = { onConnected: asked.onConnected, ...session.asked };
    },
    pick(definitionId) {
      stop(parts);
      store.change({ reconnects: null });
      pick(definitionId);
    },
    chooseMethod: (method) => store.dispatch({ type: 'choose_method', method }),
    submit: (values) => submit(parts, values),
    authorise: signIn.authorise,
    showWindow: signIn.showWindow,
    reopen: signIn.reopen,
    continueInTab: signIn.continueInTab,
    back() {
      stop(parts);
      store.dispatch({ type: 'back' });
      // A flow that began with a service has no picker to go back to.
      if (store.state.step === 'picking' && !store.getSnapshot().hasPicker) close();
    },
    retry: () => retry(parts, pick),
    connectAnother() {
      stop(parts);
      store.change({ reconnects: null });
      begin();
    },
    close,
  };
}

/**
 * Ends the flow. What is stored and could not be checked stays: the person was told so. Returns what tells whoever waits for it; to be called
 * when all else is done, since a host may open the next flow there.
 */
function end(parts: FlowParts): () => void {
  const { store, session, finish, takeWaiting } = parts;
  const kept = isStored(store.state) ? store.state.connector : null;
  const waiting = takeWaiting();
  if (kept === null) stop(parts);
  else halt(parts);
  if (session.maybeStored) finish.refresh();
  session.asked = {};
  session.maybeStored = false;
  store.dispatch({ type: 'close' });
  if (kept === null) return waiting.refuse;
  finish.keep(kept);
  return () => waiting.tell(kept);
}

function halt({ task, signIn }: FlowParts): void {
  task.abort();
  signIn.forget();
}

/** Ends what runs. What is stored and not found to work must not stay behind. */
function stop(parts: FlowParts): void {
  const { store, finish } = parts;
  const { state } = store;
  halt(parts);
  if (state.step === 'checking' || isStored(state)) finish.discard(state.connector);
}

function submit(parts: FlowParts, values: ConnectorValues): void {
  const { store, task, finish, session } = parts;
  const { state } = store;
  if (!maySubmit(state)) return;
  const sealed = new Sealed(values);
  store.dispatch({ type: 'submit' });
  task.run(async (signal) => {
    try {
      // Not aborted with the flow: an aborted create may be stored all the same, and only its answer says what to remove.
      const isNew = store.getSnapshot().reconnects === null;
      const input = { definition: state.definition.id, method: state.method.key, values: sealed };
      const connector = await stored(parts, input).catch((thrown: unknown) => {
        // The answer may be all that was lost. Whoever is gone by then looks at the list already.
        if (signal.aborted) finish.refresh();
        else session.maybeStored ||= isDoubtful(toConnectError(thrown));
        throw thrown;
      });
      await finish.created(connector, signal, isNew);
    } finally {
      sealed.empty();
    }
  });
}

/** Whether it may be stored all the same. */
const isDoubtful = ({ code, retryable }: ConnectError): boolean => retryable || code === 'create_unclear' || code === 'internal';

/** A new connector, or one in another's place. */
async function stored({ api, store, finish: { freeNames } }: FlowParts, input: CreateConnectorInput): Promise<ConnectedConnector> {
  const { reconnects } = store.getSnapshot();
  if (reconnects === null) return api.createConnector({ ...input, name: freeNames.get(input.definition) });
  if (api.replaceCredentials === undefined) return api.createConnector({ ...input, name: reconnects.name });
  const { method, values } = input;
  const { connector, replaces } = await api.replaceCredentials({ connectorId: reconnects.id, method, values });
  return replaces === undefined ? connector : { ...connector, replaces };
}

function retry(parts: FlowParts, pick: (definitionId: string) => void): void {
  const { store, signIn } = parts;
  const { state } = store;
  if (state.step !== 'failed') return;
  if (state.from === 'loading') {
    if (!signIn.resumeAgain()) pick(state.definitionId);
  } else if (isStored(state)) {
    recheck(parts, state.connector);
  } else {
    stop(parts);
    store.dispatch({ type: 'back' });
    store.dispatch({ type: 'choose_method', method: state.method.key });
  }
}

function recheck({ store, task, finish }: FlowParts, connector: Connector): void {
  store.dispatch({ type: 'recheck' });
  task.run((signal) => finish.check(connector, signal));
}
