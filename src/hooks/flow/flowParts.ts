import type { ConnectError, ConnectErrorCode } from '../../core/index.js';
import { dropStale, openConsentWindow } from '../../oauth/index.js';
import { definitionOptions } from '../../query/index.js';
import { tellHost } from '../tellHost.js';
import { createFinish } from './finish.js';
import { flowClosed } from './flowClosed.js';
import { createFlowStore } from './flowStore.js';
import { createSignIn } from './signIn.js';
import { createTask } from './task.js';
import type { ConnectedConnector, ConnectFlowOptions, ConnectOptions } from './types.js';
import { createWaiter } from './waiter.js';

/**
 * The callback page tells these in the window itself, which then never closes by itself. The window of a sign-in that was replaced stays as
 * well: closed between the consent and the callback, it would leave a connector that nobody takes back.
 */
const TOLD_IN_WINDOW: ReadonlySet<ConnectErrorCode> = new Set(['oauth_denied', 'oauth_failed', 'connector_refused', 'secret_id_expired', 'attempt_replaced']);

/** What a flow is made of: its state, whoever waits for it, what runs, and the calls. */
export function createFlowParts(options: ConnectFlowOptions) {
  const { api, userKey, queryClient, emit, surface = 'dialog', openWindow = openConsentWindow, leave = (url: string) => location.assign(url) } = options;
  dropStale();
  const store = createFlowStore();
  const waiter = createWaiter();
  /** What the host asked for when it opened the flow, and whether something may be stored whose answer was lost. */
  const session: { asked: ConnectOptions; maybeStored: boolean } = { asked: {}, maybeStored: false };
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
  const { created, freeNames, refresh } = finish;
  const signIn = createSignIn({ api, store, task, emit, surface, openWindow, leave, load, created, freeNames, refresh });
  return { api, emit, store, waiter, takeWaiting, session, task, load, finish, signIn };
}

export type FlowParts = ReturnType<typeof createFlowParts>;
