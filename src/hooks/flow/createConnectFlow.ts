import {
  type ConnectApi,
  type ConnectError,
  type ConnectErrorCode,
  type ConnectFlowState,
  type Connector,
  type ConnectorValues,
  type CreateConnectorInput,
  isStored,
  Sealed,
  toConnectError,
} from '../../core/index.js';
import { dropReturn, dropStale, openConsentWindow, type ReturnPoint } from '../../oauth/index.js';
import { definitionOptions } from '../../query/index.js';
import { tellHost } from '../tellHost.js';
import { createFinish } from './finish.js';
import { flowClosed } from './flowClosed.js';
import { createFlowStore } from './flowStore.js';
import { createSignIn } from './signIn.js';
import { createTask } from './task.js';
import type { ConnectedConnector, ConnectFlow, ConnectFlowActions, ConnectFlowOptions, ConnectOptions } from './types.js';
import { createWaiter } from './waiter.js';

/**
 * The connect flow, run: drives the reducer of `core`, makes the calls and owns the sign-in window. No React: a provider holds one, so
 * that a button that unmounts takes nothing with it.
 */
export function createConnectFlow(options: ConnectFlowOptions): ConnectFlow {
  const parts = createParts(options);
  const { store, signIn } = parts;
  const gone = new AbortController();
  const resume = (point: ReturnPoint) => {
    if (point.hasPicker === false) parts.session.asked = { ...parts.session.asked, definition: point.definition };
    parts.emit({ type: 'opened' });
    signIn.resume(point);
  };
  return {
    actions: createActions(parts),
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
    resume,
    async resumeEnded(point) {
      const ended = await hasEnded(options.api, point.attemptId, gone.signal);
      if (gone.signal.aborted || ended === null || !mayResume(store.state, options.surface)) return;
      // Whoever takes the note goes on with it: two flows may have asked.
      if (dropReturn(point.attemptId) && ended) resume(point);
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

/** A dialog that is open was opened for something else. A flow in the page is open by itself: whoever came back is about to begin there at most. */
const mayResume = ({ step }: ConnectFlowState, surface: ConnectFlowOptions['surface']): boolean =>
  step === 'idle' || (surface === 'inline' && (step === 'picking' || step === 'loading' || step === 'choosing_method' || step === 'configuring'));

/**
 * The callback page tells these in the window itself, which then never closes by itself. The window of a sign-in that was replaced stays as
 * well: closed between the consent and the callback, it would leave a connector that nobody takes back.
 */
const TOLD_IN_WINDOW: ReadonlySet<ConnectErrorCode> = new Set(['oauth_denied', 'oauth_failed', 'connector_refused', 'secret_id_expired', 'attempt_replaced']);

/** What the actions work with. */
function createParts(options: ConnectFlowOptions) {
  const { api, userKey, queryClient, emit, surface = 'dialog', openWindow = openConsentWindow, leave = (url: string) => location.assign(url) } = options;
  dropStale();
  const store = createFlowStore();
  const waiter = createWaiter();
  /** What the host asked for when it opened the flow. */
  const session: { asked: ConnectOptions } = { asked: {} };
  const task = createTask((error: ConnectError) => {
    const attempt = signIn.running();
    const told = TOLD_IN_WINDOW.has(error.code);
    const late = error.code === 'attempt_expired';
    signIn.forget({ keepWindow: told || late, ended: told });
    store.dispatch({ type: 'failed', error });
    if (late && attempt !== null) signIn.waitOn(attempt);
    emit({ type: 'failed', code: error.code });
  });
  const load = async (idOrSlug: string, signal: AbortSignal) => {
    const definition = await queryClient.fetchQuery(definitionOptions(api, userKey, idOrSlug));
    signal.throwIfAborted();
    store.dispatch({ type: 'definition_loaded', definition });
  };
  const takeWaiting = () => {
    const { onConnected } = session.asked;
    const waiting = waiter.take();
    return {
      tell(connector: ConnectedConnector) {
        waiting?.resolve(connector);
        tellHost(onConnected, connector);
      },
      refuse: () => waiting?.reject(flowClosed()),
    };
  };
  const finish = createFinish({ api, userKey, queryClient, emit, store, takeWaiting });
  const { created, refresh } = finish;
  const signIn = createSignIn({ api, store, task, emit, surface, openWindow, leave, load, created, refresh });
  return { api, emit, store, waiter, takeWaiting, session, task, load, finish, signIn };
}

type Parts = ReturnType<typeof createParts>;

function createActions(parts: Parts): ConnectFlowActions {
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
function end(parts: Parts): () => void {
  const { store, session, finish, takeWaiting } = parts;
  const kept = isStored(store.state) ? store.state.connector : null;
  const waiting = takeWaiting();
  if (kept === null) stop(parts);
  else halt(parts);
  session.asked = {};
  store.dispatch({ type: 'close' });
  if (kept === null) return waiting.refuse;
  finish.keep(kept);
  return () => waiting.tell(kept);
}

function halt({ task, signIn }: Parts): void {
  task.abort();
  signIn.forget();
}

/** Ends what runs. What is stored and not found to work must not stay behind. */
function stop(parts: Parts): void {
  const { store, finish } = parts;
  const { state } = store;
  halt(parts);
  if (state.step === 'checking' || isStored(state)) finish.discard(state.connector);
}

function submit(parts: Parts, values: ConnectorValues): void {
  const { store, task, finish } = parts;
  const { state } = store;
  if (state.step !== 'configuring') return;
  const sealed = new Sealed(values);
  store.dispatch({ type: 'submit' });
  task.run(async (signal) => {
    try {
      // Not aborted with the flow: an aborted create may be stored all the same, and only its answer says what to remove.
      await finish.created(await stored(parts, { definition: state.definition.id, method: state.method.key, values: sealed }), signal);
    } finally {
      sealed.empty();
    }
  });
}

/** A new connector, or one in another's place. */
async function stored({ api, store }: Parts, input: CreateConnectorInput): Promise<ConnectedConnector> {
  const { reconnects } = store.getSnapshot();
  if (reconnects === null) return api.createConnector(input);
  if (api.replaceCredentials === undefined) return api.createConnector({ ...input, name: reconnects.name });
  const { method, values } = input;
  const { connector, replaces } = await api.replaceCredentials({ connectorId: reconnects.id, method, values });
  return replaces === undefined ? connector : { ...connector, replaces };
}

function retry(parts: Parts, pick: (definitionId: string) => void): void {
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

function recheck({ store, task, finish }: Parts, connector: Connector): void {
  store.dispatch({ type: 'recheck' });
  task.run((signal) => finish.check(connector, signal));
}
