import { ConnectError, type ConnectFlowState } from '../../core/index.js';
import { flowClosed } from './flowClosed.js';
import type { ConnectFlowSnapshot } from './flowStore.js';
import { createLazyActions } from './lazyActions.js';
import type { ConnectFlow, ConnectFlowOptions, LazyConnectFlow } from './types.js';

type Engine = typeof import('./engine.js');

/** Something that was asked for while the flow was loading. */
interface Waiting {
  run: (flow: ConnectFlow) => void;
  /** It will not be run. */
  refuse?: ((error: ConnectError) => void) | undefined;
}

const CLOSED: ConnectFlowSnapshot = { state: { step: 'idle' }, initialValues: null, reconnects: null, hasPicker: true };

/** Loads what drives a flow. Called on intent, so that it is there when the flow opens. */
export const loadFlow = (): Promise<Engine> => import('./engine.js');

/**
 * A connect flow that costs a page next to nothing until it is opened: then `createConnectFlow` is loaded and takes over. What is asked for
 * in between is done in order when it is there; whoever looks sees the first step at once.
 */
export function createLazyFlow(options: ConnectFlowOptions, load = loadFlow): LazyConnectFlow {
  let flow: ConnectFlow | null = null;
  let resumeReturn: Engine['resumeReturn'];
  let snapshot = CLOSED;
  /** Nobody draws it any more. */
  let ended = false;
  const waiting: Waiting[] = [];
  const listeners = new Set<() => void>();

  const show = (next: ConnectFlowSnapshot) => {
    snapshot = next;
    for (const listener of listeners) listener();
  };
  const showStep = (state: ConnectFlowState) =>
    show({ ...CLOSED, state, hasPicker: state.step === 'picking' || (snapshot.state.step !== 'idle' && snapshot.hasPicker) });
  const adopt = (engine: Engine) => {
    // Nothing waits when its provider is gone by now.
    if (flow !== null || waiting.length === 0) return;
    resumeReturn = engine.resumeReturn;
    const loaded = engine.createConnectFlow(options);
    flow = loaded;
    for (const { run } of waiting.splice(0)) run(loaded);
    const mirror = () => show(loaded.getSnapshot());
    loaded.subscribe(mirror);
    mirror();
  };
  const refuseAll = (error: ConnectError) => {
    for (const { refuse } of waiting.splice(0)) refuse?.(error);
  };
  const fail = (cause: unknown) => {
    if (waiting.length === 0) return;
    const error = new ConnectError('network_unavailable', 'The script with the connect flow could not be loaded.', { cause });
    const { state } = snapshot;
    // A sign-in that should only have gone on is still noted: it goes on when the page is loaded again.
    if (state.step !== 'idle') showStep({ step: 'failed', from: 'loading', error, definitionId: 'definitionId' in state ? state.definitionId : '' });
    options.emit({ type: 'failed', code: error.code });
    refuseAll(error);
  };
  const request = (wanted: Waiting) => {
    if (flow !== null) return wanted.run(flow);
    waiting.push(wanted);
    if (waiting.length === 1) load().then(adopt, fail);
  };

  return {
    actions: createLazyActions({
      loaded: () => flow?.actions ?? null,
      state: () => snapshot.state,
      isLoading: () => waiting.length > 0,
      hasEnded: () => ended,
      showStep,
      request,
    }),
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    resume: (surface) => request({ run: (loaded) => resumeReturn(loaded, surface) }),
    revive() {
      ended = false;
    },
    dispose() {
      ended = true;
      refuseAll(flowClosed());
      flow?.dispose();
    },
  };
}
