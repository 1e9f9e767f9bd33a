import { type ConnectFlowAction, type ConnectFlowState, type ConnectorValues, initialFlow, reduceFlow } from '../../core/index.js';

/** What a flow looks like at one moment. */
export interface ConnectFlowSnapshot {
  state: ConnectFlowState;
  /** Values that came back over a same-tab redirect, for the form to begin with. None of them is secret. */
  initialValues: ConnectorValues | null;
}

/** Holds a snapshot for `useSyncExternalStore`; it is the same object until something changes. */
export function createFlowStore() {
  let snapshot: ConnectFlowSnapshot = { state: initialFlow, initialValues: null };
  const listeners = new Set<() => void>();

  const set = (next: ConnectFlowSnapshot) => {
    snapshot = next;
    for (const listener of listeners) listener();
  };

  return {
    getSnapshot: () => snapshot,
    get state() {
      return snapshot.state;
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    dispatch(action: ConnectFlowAction) {
      const state = reduceFlow(snapshot.state, action);
      if (state !== snapshot.state) set({ state, initialValues: action.type === 'close' ? null : snapshot.initialValues });
    },
    setInitialValues: (initialValues: ConnectorValues | null) => set({ ...snapshot, initialValues }),
  };
}

export type FlowStore = ReturnType<typeof createFlowStore>;
