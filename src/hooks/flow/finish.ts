import type { QueryClient } from '@tanstack/react-query';
import type { ConnectApi, Connector } from '../../core/index.js';
import { connectorKeys, refreshConnectors } from '../../query/index.js';
import type { ConnectEvent } from '../events.js';
import type { FlowStore } from './flowStore.js';

export interface FinishOptions {
  api: ConnectApi;
  userKey: string;
  queryClient: QueryClient;
  emit: (event: ConnectEvent) => void;
  store: FlowStore;
  onConnected: (connector: Connector) => void;
}

/** The last part of a flow, by key and by sign-in alike: the connector is stored, now it is tried. */
export function createFinish({ api, userKey, queryClient, emit, store, onConnected }: FinishOptions) {
  const refresh = () => refreshConnectors(queryClient, userKey);

  /** Leaves nothing half-made. Where a connector can not be removed (token mode) it stays, and the list shows it. */
  const discard = ({ id }: Connector) => void api.deleteConnector(id).then(refresh, refresh);

  const check = async (connector: Connector, signal: AbortSignal) => {
    try {
      const { status } = await api.checkConnector(connector.id, { discardOnRefusal: true, signal });
      signal.throwIfAborted();
      store.dispatch({ type: 'checked', status });
      // Known without asking: token mode can not read a connector.
      queryClient.setQueryData(connectorKeys.detail(userKey, connector.id), connector);
      onConnected(connector);
      emit({ type: 'connected', connector, verified: status === 'verified' });
    } finally {
      refresh();
    }
  };

  const created = async (connector: Connector, signal: AbortSignal) => {
    if (signal.aborted) discard(connector);
    signal.throwIfAborted();
    store.dispatch({ type: 'created', connector });
    await check(connector, signal);
  };

  return { created, check, discard };
}
