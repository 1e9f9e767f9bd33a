import { type ConnectApi, type ConnectFlowState, type ConnectorValues, mayAuthorise, type StartedAttempt } from '../../core/index.js';
import { publicValues } from '../../form/index.js';
import type { OpenConsentWindow, ReturnPoint } from '../../oauth/index.js';
import type { ConnectEvent } from '../events.js';
import { createConsentTab } from './consentTab.js';
import type { FlowStore } from './flowStore.js';
import { createLeftAttempts } from './leftAttempts.js';
import { pageOf, shortPageOf } from './pageOf.js';
import { awaitAttempt, runSignIn } from './runSignIn.js';
import type { createTask } from './task.js';
import type { ConnectedConnector } from './types.js';
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
  created: (connector: ConnectedConnector, signal: AbortSignal, isNew?: boolean) => Promise<void>;
  /** The name for the next one, by definition; Airbyte makes it where there is none. */
  freeNames: ReadonlyMap<string, string>;
  /** Reads the lists again. */
  refresh: () => void;
}

/** An attempt that runs. In memory only: the address carries its state. None is known of one that was left for in this tab. */
export type RunningAttempt = Pick<StartedAttempt, 'attemptId' | 'ticket'> & { consentUrl?: string | undefined };

/** The sign-in part of a flow, by the first way that the browser allows: a window, this tab, a link that the person opens. */
export function createSignIn({ api, store, task, emit, surface, openWindow, leave, load, created, freeNames, refresh }: SignInOptions) {
  const slot = createWindowSlot(openWindow);
  const left = createLeftAttempts(refresh);
  const tab = createConsentTab({ api, leave, onStuck: (consentUrl) => offerLink(consentUrl) });
  let attempt: RunningAttempt | null = null;
  let kept: ConnectorValues = {};
  let inTab = false;
  /** Windows are blocked and the tab can not be left. */
  let onlyLink = false;
  /** Until its definition is there, so that it can be tried again. */
  let returned: (() => void) | null = null;

  /** The attempt is waited for no more. Unless it has ended it may still end well. */
  const drop = (ended: boolean) => {
    if (attempt !== null) tab.stay(attempt.attemptId);
    if (attempt !== null && !ended) left.add(attempt.attemptId);
    attempt = null;
    kept = {};
    inTab = false;
    onlyLink = false;
  };
  const forget = ({ keepWindow = false, ended = false } = {}) => {
    if (keepWindow) slot.leave();
    else slot.close();
    drop(ended);
    if (store.state.step !== 'loading') returned = null;
  };
  const offerLink = (consentUrl: string) => {
    onlyLink = true;
    store.dispatch({ type: 'window', window: 'blocked' });
    store.change({ consentUrl });
  };
  const leaveNow = () => {
    const { state, reconnects, hasPicker } = store.getSnapshot();
    if (attempt?.consentUrl === undefined || state.step !== 'authorising') return;
    const { attemptId, consentUrl, ticket } = attempt;
    if (!tab.mayLeave()) return offerLink(consentUrl);
    const { definition, method } = state;
    tab.go(consentUrl, {
      attemptId,
      definition: definition.id,
      method: method.key,
      returnUrl: pageOf(location),
      surface,
      values: kept,
      hasPicker,
      ...(reconnects && { reconnects }),
      ticket,
    });
  };
  const say = (open: boolean) => {
    store.dispatch({ type: 'window', window: open ? 'open' : 'blocked' });
    if (open) return;
    emit({ type: 'window_blocked' });
    if (attempt?.consentUrl !== undefined && (onlyLink || !tab.mayLeave())) offerLink(attempt.consentUrl);
  };
  const onTold = (toldBy: Extract<ConnectEvent, { type: 'attempt_ended' }>['toldBy']) => {
    if (attempt !== null) emit({ type: 'attempt_ended', attemptId: attempt.attemptId, toldBy });
  };
  const onWindow = (window: 'open' | 'maybe_closed') => store.dispatch({ type: 'window', window });
  const onStarted = (started: StartedAttempt) => {
    attempt = started;
    store.dispatch({ type: 'attempt_started', attemptId: started.attemptId });
    emit({ type: 'attempt_started', attemptId: started.attemptId });
    if (inTab) leaveNow();
    else if (slot.handle() === null && !tab.mayLeave()) offerLink(started.consentUrl);
  };

  const begin = (state: Authorisable, values: ConnectorValues) => {
    // Before anything else: a window that opens later than the click is blocked.
    const open = slot.open(state.definition.name);
    drop(false);
    kept = publicValues(state.method.schema, values);
    store.dispatch({ type: 'authorise' });
    say(open);
    const { reconnects } = store.getSnapshot();
    const again = reconnects === null ? { name: freeNames.get(state.definition.id) } : { name: reconnects.name, replaces: reconnects.id };
    // Whether the tab will be left is not known yet: a window may be blocked, or closed and gone on here.
    const input = { definition: state.definition.id, method: state.method.key, values, returnTo: tab.mayLeave() ? shortPageOf(location) : undefined, ...again };
    task.run(async (signal) => {
      const connector = await runSignIn({ api, input, handle: slot.handle, signal, onStarted, onWindow, onTold });
      forget({ ended: true });
      await created(connector, signal, reconnects === null);
    });
  };
  const authorise = (values: ConnectorValues) => {
    const { state } = store;
    if (state.step !== 'authorising' && mayAuthorise(state)) begin(state, values);
  };

  const reopen = () => {
    const { state, initialValues } = store.getSnapshot();
    if (state.step !== 'authorising') return;
    // Of a sign-in that went on in this tab the address is not known any more: a new one is begun.
    if (attempt !== null && attempt.consentUrl === undefined) {
      begin(state, initialValues ?? {});
      return;
    }
    // The new window copies this tab's storage: it must not find a way back that is meant for the tab.
    if (attempt !== null) tab.stay(attempt.attemptId);
    const open = slot.open(state.definition.name);
    if (attempt?.consentUrl !== undefined) slot.handle()?.navigate(attempt.consentUrl);
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

  /** @param isOpen The person came back before it had ended: the form is shown again, and what becomes of it is only listened for. */
  const resume = (point: ReturnPoint, isOpen: boolean) => {
    const { attemptId, definition, method, values, hasPicker = true, reconnects = null, ticket, callback } = point;
    returned = () => resume(point, isOpen);
    store.dispatch({ type: 'pick', definitionId: definition });
    store.change({ initialValues: values, reconnects, hasPicker });
    task.run(async (signal) => {
      await load(definition, signal);
      returned = null;
      store.dispatch({ type: 'choose_method', method });
      if (isOpen) return left.add(attemptId);
      store.dispatch({ type: 'authorise' });
      store.dispatch({ type: 'attempt_started', attemptId });
      attempt = { attemptId, ticket };
      const connector = await awaitAttempt({
        api,
        attemptId,
        ticket,
        callback,
        handle: () => slot.handle() ?? NO_WINDOW,
        signal,
        atOnce: true,
        onWindow,
        onTold,
      });
      forget({ ended: true });
      await created(connector, signal, reconnects === null);
    });
  };
  /** Goes on with a sign-in whose definition could not be loaded. False: there is none. */
  const resumeAgain = (): boolean => {
    const again = returned;
    again?.();
    return again !== null;
  };

  /** Goes on waiting for an attempt that was given up here by the clock: a success that comes late counts. */
  const waitOn = ({ attemptId, ticket }: RunningAttempt) =>
    task.run(async (signal) => {
      const late = await awaitAttempt({ api, attemptId, ticket, handle: () => null, signal }).catch(() => null); // The backend has given it up too.
      if (late !== null) await created(late, signal);
    });

  return {
    authorise,
    reopen,
    showWindow,
    continueInTab,
    resume,
    resumeAgain,
    waitOn,
    running: () => attempt,
    forget,
    dispose: left.dispose,
  };
}

type Authorisable = Extract<ConnectFlowState, { method: unknown }>;

/** What stands for the window of a sign-in that went on in this tab. */
const NO_WINDOW = { closed: true, navigate: () => undefined, focus: () => undefined, close: () => undefined };
