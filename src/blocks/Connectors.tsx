'use client';

import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { ConnectorList, type ConnectorListProps } from '../components/ConnectorList/index.js';
import type { Connector } from '../core/index.js';
import { type UseConnectorsOptions, useConnect, useConnectors, useConnectorTasks } from '../hooks/index.js';
import { useAppearance } from './appearance.js';
import { statusesOf, untilGone } from './connectorStatuses.js';

/** Props of `Connectors`. */
export interface ConnectorsProps
  extends Omit<ComponentPropsWithoutRef<'section'>, 'title' | 'children'>,
    Pick<ConnectorListProps, 'title' | 'classNames' | 'slots'> {
  /** Only connectors of this definition: its id or slug. */
  definition?: string | undefined;
}

/**
 * The user's connectors, a `<section>`: check, rename, disconnect, and a button that connects another.
 * @throws {ConnectError} `provider_missing`
 * @example <AirbyteProvider><Connectors /></AirbyteProvider>
 */
export const Connectors = forwardRef<HTMLElement, ConnectorsProps>(function Connectors({ definition, ...list }, ref) {
  const { disconnect, rename, check, ...known } = useConnectorTasks();
  const query: UseConnectorsOptions['query'] = { refetchInterval: ({ state }) => untilGone(known, state) };
  const { data = [], dataUpdatedAt, isPending, error, refetch } = useConnectors({ filter: definition === undefined ? {} : { definition }, query });
  const { connect } = useConnect();
  const { appName, attributes } = useAppearance();
  // Leaving is no failure here: the provider's `onEvent` tells of it.
  const open = () => void connect({ definition }).catch(() => undefined);
  const state = { connectors: data, loading: isPending, error, ...statusesOf(known, dataUpdatedAt) };
  const reconnect = (connector: Connector) => void connect({ reconnect: connector }).catch(() => undefined);
  const rows = { onDisconnect: disconnect, onRename: rename, onCheck: check, onReconnect: reconnect };
  const actions = { onRetry: () => void refetch(), onConnect: open, ...rows };
  return <ConnectorList {...attributes} {...list} {...state} {...actions} appName={appName} ref={ref} />;
});
