import { type ConnectFlowAction, type ConnectFlowState, type Connector, type ConnectorValues, initialFlow, reduceFlow } from '../../core/index.js';

/** What a flow looks like at one moment. */
export interface ConnectFlowSnapshot {
  state: ConnectFlowState;
  /** Values that came back over a same-tab redirect, for the form to begin with. None of them is secret. */
  initialValues: ConnectorValues | null;
  /** The connector that gets new credentials; null for a new one. */
  reconnects: Pick<Connector, 'id' | 'name'> | null;
  /** Whether the flow began with the picker. One that began with a service has nothing to go back to from its first step. */
  hasPicker: boolean;
  /** The consent page's address, while neither a window nor this tab leads there: the person opens it by a link. */
  consentUrl?: string | undefined;
}

export const CLOSED_FLOW: ConnectFlowSnapshot = { state: initialFlow, initialValues: null, reconnects: null, hasPicker: true };

/** Holds a snapshot for `useSyncExternalStore`; it is the same object until something changes. */
export function createFlowStore() {
  let snapshot = CLOSED_FLOW;
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
      if (state === snapshot.state) return;
      if (action.type === 'close') set(CLOSED_FLOW);
      else set({ ...snapshot, state, consentUrl: isBlocked(state) ? snapshot.consentUrl : undefined });
    },
    change: (change: Partial<Omit<ConnectFlowSnapshot, 'state'>>) => set({ ...snapshot, ...change }),
  };
}

const isBlocked = (state: ConnectFlowState) => state.step === 'authorising' && state.window === 'blocked';

export type FlowStore = ReturnType<typeof createFlowStore>;
