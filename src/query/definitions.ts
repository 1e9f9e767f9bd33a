import { queryOptions, skipToken } from '@tanstack/react-query';
import type { ConnectApi, ConnectError, ConnectorDefinition, ConnectorDefinitionDetail } from '../core/index.js';
import { definitionKeys } from './keys.js';
import { READ_RULES } from './readRules.js';

/** Milliseconds: what is on offer changes by the hour at most. */
const STALE_TIME = 5 * 60_000;

/** What can be connected. */
export const definitionsOptions = (client: ConnectApi, userKey: string) =>
  queryOptions<ConnectorDefinition[], ConnectError>({
    ...READ_RULES,
    queryKey: definitionKeys.list(userKey),
    queryFn: ({ signal }) => client.listDefinitions({ signal }),
    staleTime: STALE_TIME,
  });

/** One definition with its sign-in methods. Without an id the query waits. */
export const definitionOptions = (client: ConnectApi, userKey: string, idOrSlug: string | undefined) =>
  queryOptions<ConnectorDefinitionDetail, ConnectError>({
    ...READ_RULES,
    queryKey: definitionKeys.detail(userKey, idOrSlug),
    queryFn: idOrSlug === undefined ? skipToken : ({ signal }) => client.getDefinition(idOrSlug, { signal }),
    staleTime: STALE_TIME,
  });
