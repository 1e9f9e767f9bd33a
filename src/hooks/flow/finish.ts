import type { QueryClient } from '@tanstack/react-query';
import { type ConnectApi, type Connector, isConnectError, MAX_NAME } from '../../core/index.js';
import { connectorKeys, hideHalfMade, noteVerdict, refreshConnectors, replaceConnector, showHalfMade } from '../../query/index.js';
import type { ConnectEvent } from '../events.js';
import type { FlowStore } from './flowStore.js';
import type { ConnectedConnector } from './types.js';

export interface FinishOptions {
  api: ConnectApi;
  userKey: string;
  queryClient: QueryClient;
  emit: (event: ConnectEvent) => void;
  store: FlowStore;
  /** Whoever waits for a connector at this moment. They are told last: what they do then may close this flow, or open the next. */
  takeWaiting: () => { tell: (connector: ConnectedConnector) => void };
}

/** The last part of a flow, by key and by sign-in alike: the connector is stored, now it is tried. */
export function createFinish({ api, userKey, queryClient, emit, store, takeWaiting }: FinishOptions) {
  const refresh = () => refreshConnectors(queryClient, userKey);

  /** The name for the next one, by definition: what the last one had that does not work. Airbyte may still count that when it makes a name. */
  const freeNames = new Map<string, string>();

  /** Ids of those that work and for which an old one is being removed: from then on they stay. */
  const placed = new Set<string>();

  const hide = ({ id }: Connector) => hideHalfMade(queryClient, userKey, id);
  const show = ({ id }: Connector) => showHalfMade(queryClient, userKey, id);

  const stay = (connector: Connector) => {
    freeNames.delete(connector.definition.id);
    show(connector);
  };

  /** Leaves nothing half-made. What has taken another one's place stays, and so does what can not be removed (token mode): the list shows it. */
  const discard = (connector: ConnectedConnector) => {
    const { id, replaces } = connector;
    if (replaces !== undefined || placed.has(id)) return;
    hide(connector);
    void api
      .deleteConnector(id)
      .catch((thrown: unknown) => isGone(thrown) || stay(connector))
      .then(refresh);
  };

  /**
   * Where the port itself has replaced nothing, the old one goes when the new one is known to work. Where that can not be known, or the old
   * one can not be removed (token mode, instances), both stay, and none is said to be replaced.
   */
  const takePlace = async (connector: ConnectedConnector, verified: boolean): Promise<ConnectedConnector> => {
    const old = store.getSnapshot().reconnects?.id;
    if (connector.replaces !== undefined || old === undefined || !verified) return connector;
    placed.add(connector.id);
    show(connector);
    const isReplaced = await api.deleteConnector(old).then(
      () => true,
      () => false,
    );
    return isReplaced ? { ...connector, replaces: old } : connector;
  };

  const showInPlace = (connector: ConnectedConnector) => {
    if (connector.replaces !== undefined) void replaceConnector(queryClient, userKey, connector.replaces, listed(connector));
  };

  const announce = (connector: ConnectedConnector, verified: boolean) => {
    showInPlace(connector);
    // Known without asking: token mode can not read a connector.
    queryClient.setQueryData(connectorKeys.detail(userKey, connector.id), listed(connector));
    noteVerdict(queryClient, userKey, connector.id, { check: verified ? 'verified' : 'unverified' });
    stay(connector);
    if (connector.replaces === undefined) refresh();
    emit({ type: 'connected', connector: listed(connector), verified, ...(connector.replaces === undefined ? {} : { replaces: connector.replaces }) });
  };

  /** What could not be checked, left at that. Whoever waits for it is told by whoever has ended the flow. */
  const keep = (connector: ConnectedConnector) => announce(connector, false);

  const check = async (connector: ConnectedConnector, signal: AbortSignal) => {
    try {
      const { status } = await tryOut(api, connector, signal);
      signal.throwIfAborted();
      const inPlace = await takePlace(connector, status === 'verified');
      signal.throwIfAborted();
      store.dispatch({ type: 'checked', status });
      const { tell } = takeWaiting();
      announce(inPlace, status === 'verified');
      tell(inPlace);
    } catch (thrown) {
      // A refused one is removed, and listed until Airbyte has done that.
      if (isConnectError(thrown) && thrown.code === 'credentials_refused') hide(connector);
      else if (!signal.aborted) show(connector);
      refresh();
      throw thrown;
    }
  };

  /** @param isNew It takes nobody's place: until it is known to work its name is free. */
  const created = async (connector: ConnectedConnector, signal: AbortSignal, isNew = false) => {
    if (isNew && connector.name.length <= MAX_NAME) freeNames.set(connector.definition.id, connector.name);
    if (signal.aborted) leftBehind(connector);
    signal.throwIfAborted();
    if (connector.replaces === undefined) hide(connector);
    store.dispatch({ type: 'created', connector });
    await check(connector, signal);
  };

  const leftBehind = (connector: ConnectedConnector) => {
    if (connector.replaces === undefined) discard(connector);
    else showInPlace(connector);
  };

  return { created, check, discard, keep, refresh, freeNames };
}

/** The check that was left has removed it, or somebody has. */
const isGone = (thrown: unknown): boolean => isConnectError(thrown) && thrown.code === 'connector_not_found';

/** As a list holds it. */
const listed = ({ replaces: _replaces, ...connector }: ConnectedConnector): Connector => connector;

/** What has taken a place was tried before: asked again only for its words, it is not taken away. */
function tryOut(api: ConnectApi, { id, replaces }: ConnectedConnector, signal: AbortSignal): ReturnType<ConnectApi['checkConnector']> {
  const check = api.checkConnector(id, { discardOnRefusal: replaces === undefined, signal });
  return replaces === undefined ? check : check.catch(() => ({ status: 'unverified' }));
}
