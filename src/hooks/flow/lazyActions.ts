import type { ConnectError, ConnectFlowState } from '../../core/index.js';
import { flowClosed } from './flowClosed.js';
import type { ConnectedConnector, ConnectFlow, ConnectFlowActions, ConnectOptions } from './types.js';

export interface LazyActionsOptions {
  /** The loaded flow's actions: from then on they are called at once, so that a window opens in its click. */
  loaded: () => ConnectFlowActions | null;
  state: () => ConnectFlowState;
  isLoading: () => boolean;
  /** Its provider is gone: whoever opens it now would wait for ever. */
  hasEnded: () => boolean;
  showStep: (state: ConnectFlowState) => void;
  /** Loads the flow, then runs. */
  request: (wanted: { run: (flow: ConnectFlow) => void; refuse?: (error: ConnectError) => void }) => void;
}

/** The actions of a flow that may not be loaded yet. Only opening it loads it; the others wait while it loads, and do nothing before. */
export function createLazyActions({ loaded, state, isLoading, hasEnded, showStep, request }: LazyActionsOptions): ConnectFlowActions {
  let asked: ConnectOptions = {};
  const open = (options: ConnectOptions) => {
    asked = options;
    // A sign-in that goes on comes first: its own first step is shown.
    if (!isLoading()) showStep(firstStep(options));
  };
  const follow = (act: (actions: ConnectFlowActions) => void) => {
    const actions = loaded();
    if (actions !== null) act(actions);
    else if (isLoading()) request({ run: (flow) => act(flow.actions) });
  };
  const ensureOpen = (options: ConnectOptions) => {
    open(options);
    request({ run: (flow) => flow.actions.ensureOpen(options) });
  };
  const hasFailed = () => loaded() === null && state().step === 'failed';
  const leave = (act: (actions: ConnectFlowActions) => void) => {
    follow(act);
    if (loaded() === null && state().step !== 'idle') showStep({ step: 'idle' });
  };
  return {
    connect(options = {}) {
      if (hasEnded()) return Promise.reject(flowClosed());
      const actions = loaded();
      if (actions !== null) return actions.connect(options);
      return new Promise<ConnectedConnector>((resolve, reject) => {
        open(options);
        request({ run: (flow) => void flow.actions.connect(options).then(resolve, reject), refuse: reject });
      });
    },
    ensureOpen(options = {}) {
      if (hasEnded()) return;
      const actions = loaded();
      if (actions !== null) actions.ensureOpen(options);
      else if (state().step === 'idle') ensureOpen(options);
    },
    retry: () => (hasFailed() ? ensureOpen(asked) : follow((actions) => actions.retry())),
    back: () => (hasFailed() ? showStep({ step: 'idle' }) : follow((actions) => actions.back())),
    close: () => leave((actions) => actions.close()),
    pick: (definitionId) => follow((actions) => actions.pick(definitionId)),
    chooseMethod: (key) => follow((actions) => actions.chooseMethod(key)),
    submit: (values) => follow((actions) => actions.submit(values)),
    authorise: (values) => follow((actions) => actions.authorise(values)),
    showWindow: () => follow((actions) => actions.showWindow()),
    reopen: () => follow((actions) => actions.reopen()),
    continueInTab: () => follow((actions) => actions.continueInTab()),
    connectAnother: () => follow((actions) => actions.connectAnother()),
  };
}

/** What a flow begins with: the same that the loaded flow will say. */
function firstStep({ definition, reconnect }: ConnectOptions): ConnectFlowState {
  const definitionId = reconnect?.definition.id ?? definition;
  return definitionId === undefined ? { step: 'picking' } : { step: 'loading', definitionId };
}
