import type { ConnectApi, ConnectFlowState, Connector, ConnectorValues } from '../../core/index.js';
import { dropReturn, type OpenConsentWindow, type ReturnPoint, saveReturn } from '../../oauth/index.js';
import type { ConnectEvent } from '../events.js';
import type { FlowStore } from './flowStore.js';
import { publicValues } from './publicValues.js';
import { awaitAttempt, runSignIn } from './runSignIn.js';
import type { createTask } from './task.js';
import { createWindowSlot } from './windowSlot.js';

export interface SignInOptions {
  api: ConnectApi;
  store: FlowStore;
  task: ReturnType<typeof createTask>;
  emit: (event: ConnectEvent) => void;
  surface: ReturnPoint['surface'];
  openWindow: OpenConsentWindow;
  leave: (url: string) => void;
  load: (idOrSlug: string, signal: AbortSignal) => Promise<void>;
  created: (connector: Connector, signal: AbortSignal) => Promise<void>;
}

/** The sign-in part of a flow: popup, else blocked, else the same tab. */
export function createSignIn({ api, store, task, emit, surface, openWindow, leave, load, created }: SignInOptions) {
  const slot = createWindowSlot(openWindow);
  /** Of the running attempt: in memory only, since the address carries the attempt's state. */
  let attempt: { attemptId: string; consentUrl: string } | null = null;
  let kept: ConnectorValues = {};
  let inTab = false;

  const forget = ({ keepWindow = false } = {}) => {
    if (keepWindow) slot.leave();
    else slot.close();
    if (attempt !== null) dropReturn(attempt.attemptId);
    attempt = null;
    kept = {};
    inTab = false;
  };
  const leaveNow = () => {
    const { state } = store;
    if (attempt === null || state.step !== 'authorising') return;
    const { pathname, search, hash } = location;
    saveReturn({
      attemptId: attempt.attemptId,
      definition: state.definition.id,
      method: state.method.key,
      returnUrl: pathname + search + hash,
      surface,
      values: kept,
    });
    leave(attempt.consentUrl);
  };
  const say = (open: boolean) => {
    store.dispatch({ type: 'window', window: open ? 'open' : 'blocked' });
    if (!open) emit({ type: 'window_blocked' });
  };

  const authorise = (values: ConnectorValues) => {
    const { state } = store;
    if (!mayAuthorise(state)) return;
    // Before anything else: a window that opens later than the click is blocked.
    const open = slot.open(state.definition.name);
    attempt = null;
    inTab = false;
    kept = publicValues(state.method.schema, values);
    store.dispatch({ type: 'authorise' });
    say(open);
    const input = { definition: state.definition.id, method: state.method.key, values };
    task.run(async (signal) => {
      const connector = await runSignIn({
        api,
        input,
        handle: slot.handle,
        signal,
        onStarted,
        onWindow: (window) => store.dispatch({ type: 'window', window }),
      });
      forget();
      await created(connector, signal);
    });
  };
  const onStarted = (started: { attemptId: string; consentUrl: string }) => {
    attempt = started;
    store.dispatch({ type: 'attempt_started', attemptId: started.attemptId });
    emit({ type: 'attempt_started', attemptId: started.attemptId });
    if (inTab) leaveNow();
  };

  const reopen = () => {
    const { state } = store;
    if (state.step !== 'authorising') return;
    // The new window copies this tab's storage: it must not find a way back that is meant for the tab.
    if (attempt !== null) dropReturn(attempt.attemptId);
    const open = slot.open(state.definition.name);
    if (attempt !== null) slot.handle()?.navigate(attempt.consentUrl);
    say(open);
  };
  const showWindow = () => {
    const handle = slot.handle();
    if (handle === null || handle.closed) reopen();
    else handle.focus();
  };
  const continueInTab = () => {
    if (store.state.step !== 'authorising') return;
    slot.close();
    inTab = true;
    leaveNow();
  };

  const resume = ({ attemptId, definition, method, values }: ReturnPoint) => {
    store.setInitialValues(values);
    store.dispatch({ type: 'pick', definitionId: definition });
    emit({ type: 'opened' });
    task.run(async (signal) => {
      await load(definition, signal);
      store.dispatch({ type: 'choose_method', method });
      store.dispatch({ type: 'authorise' });
      store.dispatch({ type: 'attempt_started', attemptId });
      await created(await awaitAttempt({ api, attemptId, handle: slot.handle, signal, atOnce: true }), signal);
    });
  };

  return { authorise, reopen, showWindow, continueInTab, resume, forget };
}

/** From the form, and from a failure of which nothing is stored. */
function mayAuthorise(state: ConnectFlowState): state is Extract<ConnectFlowState, { method: unknown }> {
  return state.step === 'configuring' || (state.step === 'failed' && state.from !== 'loading' && state.connector === null);
}
