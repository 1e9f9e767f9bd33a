import { queryOptions, skipToken } from '@tanstack/react-query';
import type { ConnectApi, ConnectError, Connector, ConnectorFilter, Operation } from '../core/index.js';
import { withoutHalfMade } from './halfMade.js';
import { connectorKeys } from './keys.js';
import { READ_RULES } from './readRules.js';

/** Milliseconds: a connector's operations change with the catalogue only. */
const OPERATIONS_STALE_TIME = 5 * 60_000;

/** The user's connectors, without those that a flow has stored and not found to work. */
export const connectorsOptions = (client: ConnectApi, userKey: string, filter: ConnectorFilter = {}) =>
  queryOptions<Connector[], ConnectError>({
    ...READ_RULES,
    queryKey: connectorKeys.list(userKey, filter),
    queryFn: async ({ signal, client: cache }) => withoutHalfMade(cache, userKey, await client.listConnectors(filter, { signal })),
  });

/** One connector. Without an id the query waits. */
export const connectorOptions = (client: ConnectApi, userKey: string, id: string | undefined) =>
  queryOptions<Connector, ConnectError>({
    ...READ_RULES,
    queryKey: connectorKeys.detail(userKey, id),
    queryFn: id === undefined ? skipToken : ({ signal }) => client.getConnector(id, { signal }),
  });

/** What can be run on a connector. Without an id the query waits. */
export const operationsOptions = (client: ConnectApi, userKey: string, connectorId: string | undefined) =>
  queryOptions<Operation[], ConnectError>({
    ...READ_RULES,
    queryKey: connectorKeys.operations(userKey, connectorId),
    queryFn: connectorId === undefined ? skipToken : ({ signal }) => client.listOperations(connectorId, { signal }),
    staleTime: OPERATIONS_STALE_TIME,
  });
