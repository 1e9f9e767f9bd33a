import { type ConnectError, type Connector, Sealed } from '../../core/index.js';
import { openConsentWindow } from '../../oauth/index.js';
import { connectorKeys, definitionOptions, refreshConnectors } from '../../query/index.js';
import { tellHost } from '../tellHost.js';
import { createFlowStore } from './flowStore.js';
import { createSignIn } from './signIn.js';
import { createTask } from './task.js';
import type { ConnectFlow, ConnectFlowActions, ConnectFlowOptions, ConnectOptions } from './types.js';
import { createWaiter } from './waiter.js';

/**
 * The connect flow, run: drives the reducer of `core`, makes the calls and owns the sign-in window. No React: a provider holds one, so
 * that a button that unmounts takes nothing with it.
 */
export function createConnectFlow(options: ConnectFlowOptions): ConnectFlow {
  const { api, userKey, queryClient, emit, surface = 'dialog', openWindow = openConsentWindow, leave = (url: string) => location.assign(url) } = options;
  const store = createFlowStore();
  const waiter = createWaiter();
  let session: ConnectOptions = {};

  const fail = (error: ConnectError) => {
    signIn.forget();
    store.dispatch({ type: 'failed', error });
    emit({ type: 'failed', code: error.code });
  };
  const task = createTask(fail);

  const load = async (idOrSlug: string, signal: AbortSignal) => {
    const definition = await queryClient.fetchQuery(definitionOptions(api, userKey, idOrSlug));
    signal.throwIfAborted();
    store.dispatch({ type: 'definition_loaded', definition });
  };

  const check = async (connector: Connector, signal: AbortSignal) => {
    try {
      const { status } = await api.checkConnector(connector.id, { discardOnRefusal: true, signal });
      signal.throwIfAborted();
      store.dispatch({ type: 'checked', status });
      // Known without asking: token mode can not read a connector.
      queryClient.setQueryData(connectorKeys.detail(userKey, connector.id), connector);
      waiter.resolve(connector);
      emit({ type: 'connected', connector, verified: status === 'verified' });
      tellHost(session.onConnected, connector);
    } finally {
      refreshConnectors(queryClient, userKey);
    }
  };

  /** Where it can not be removed (token mode) it stays, and the list shows it. */
  const discard = ({ id }: Connector) => {
    const refresh = () => refreshConnectors(queryClient, userKey);
    api.deleteConnector(id).then(refresh, refresh);
  };

  const created = async (connector: Connector, signal: AbortSignal) => {
    if (signal.aborted) discard(connector);
    signal.throwIfAborted();
    store.dispatch({ type: 'created', connector });
    await check(connector, signal);
  };

  const signIn = createSignIn({ api, store, task, emit, surface, openWindow, leave, load, created });

  /** Stops what runs. A connector that was stored but not yet checked is removed, so that leaving leaves nothing half-made. */
  const stop = () => {
    const { state } = store;
    task.abort();
    signIn.forget();
    if (state.step === 'checking') discard(state.connector);
  };

  const actions: ConnectFlowActions = {
    connect(next = {}) {
      actions.close();
      session = next;
      store.dispatch({ type: 'open' });
      emit({ type: 'opened' });
      const connected = waiter.wait();
      if (next.definition !== undefined) actions.pick(next.definition);
      return connected;
    },
    pick(definitionId) {
      store.dispatch({ type: 'pick', definitionId });
      emit({ type: 'definition_selected', definitionId });
      task.run((signal) => load(definitionId, signal));
    },
    chooseMethod: (method) => store.dispatch({ type: 'choose_method', method }),
    submit(values) {
      const { state } = store;
      if (state.step !== 'configuring') return;
      const sealed = new Sealed(values);
      store.dispatch({ type: 'submit' });
      task.run(async (signal) => {
        try {
          await created(await api.createConnector({ definition: state.definition.id, method: state.method.key, values: sealed }, { signal }), signal);
        } finally {
          sealed.empty();
        }
      });
    },
    authorise: signIn.authorise,
    showWindow: signIn.showWindow,
    reopen: signIn.reopen,
    continueInTab: signIn.continueInTab,
    back() {
      stop();
      store.dispatch({ type: 'back' });
      // A flow that began with a service has no picker to go back to.
      if (store.state.step === 'picking' && session.definition !== undefined) actions.close();
    },
    retry() {
      const { state } = store;
      if (state.step !== 'failed') return;
      if (state.from === 'loading') return actions.pick(state.definitionId);
      const { connector } = state;
      if (connector === null) return store.dispatch({ type: 'back' });
      store.dispatch({ type: 'recheck' });
      task.run((signal) => check(connector, signal));
    },
    connectAnother() {
      stop();
      store.dispatch({ type: 'open' });
      if (session.definition !== undefined) actions.pick(session.definition);
    },
    close() {
      if (store.state.step === 'idle') return;
      stop();
      session = {};
      store.dispatch({ type: 'close' });
      waiter.close();
      emit({ type: 'closed' });
    },
  };

  return {
    actions,
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
    resume: signIn.resume,
    dispose() {
      task.abort();
      signIn.forget();
      store.dispatch({ type: 'close' });
      waiter.close();
    },
  };
}
