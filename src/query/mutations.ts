import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import {
  type CheckResult,
  type ConnectApi,
  type ConnectError,
  type Connector,
  type CreateConnectorInput,
  type ExecuteInput,
  type ExecuteResult,
  isConnectError,
} from '../core/index.js';
import { editLists } from './editLists.js';
import { hideHalfMade } from './halfMade.js';
import { connectorKeys } from './keys.js';
import { noteVerdict } from './verdicts.js';

/**
 * Nothing of a mutation stays in the cache once nobody looks at it. None waits for a network: what was asked for and not done is not done later,
 * behind the back of whoever asked.
 */
export const CHANGE_RULES = { gcTime: 0, retry: false, networkMode: 'always' } as const;

/** Which connector is tried, and what a refusal does to it. */
export interface CheckConnectorVariables {
  id: string;
  /** Remove the connector when the service refuses its credentials. @default false */
  discardOnRefusal?: boolean | undefined;
}

/** Which connector is renamed, and how. */
export interface RenameConnectorVariables {
  id: string;
  name: string;
}

/** What `execute` takes, and the signal that stops it. */
export interface ExecuteVariables extends ExecuteInput {
  signal?: AbortSignal | undefined;
}

/** Stores a connector. The sealed values are emptied as soon as the call settled: a repeat asks the person again. */
export const createConnectorOptions = (client: ConnectApi, userKey: string) =>
  mutationOptions<Connector, ConnectError, CreateConnectorInput>({
    ...CHANGE_RULES,
    mutationKey: [...connectorKeys.all, userKey, 'create'],
    mutationFn: async (input, context) => {
      try {
        return await client.createConnector(input);
      } finally {
        input.values.empty();
        refreshConnectors(context.client, userKey);
      }
    },
  });

/** Tries a connector's credentials, and notes what that has shown: nothing, where it could not be tried. */
export const checkConnectorOptions = (client: ConnectApi, userKey: string) =>
  mutationOptions<CheckResult, ConnectError, CheckConnectorVariables>({
    ...CHANGE_RULES,
    mutationKey: [...connectorKeys.all, userKey, 'check'],
    mutationFn: async ({ id, discardOnRefusal }, context) => {
      try {
        const result = await client.checkConnector(id, { discardOnRefusal });
        noteVerdict(context.client, userKey, id, { check: result.status });
        return result;
      } catch (error) {
        const isRefused = isConnectError(error) && error.code === 'credentials_refused';
        refreshIfGone(context.client, userKey, error);
        noteVerdict(context.client, userKey, id, isRefused ? { check: 'refused', reason: error.reason } : null);
        if (discardOnRefusal === true && isRefused) hideHalfMade(context.client, userKey, id);
        throw error;
      } finally {
        if (discardOnRefusal === true) refreshConnectors(context.client, userKey);
      }
    },
  });

/** Renames a connector, in every cached list at once; where it fails the old name is back. */
export const renameConnectorOptions = (client: ConnectApi, userKey: string) =>
  mutationOptions<Connector, ConnectError, RenameConnectorVariables>({
    ...CHANGE_RULES,
    mutationKey: [...connectorKeys.all, userKey, 'rename'],
    mutationFn: async ({ id, name }, { client: cache }) => {
      // A list that is on its way would bring the old name.
      await cache.cancelQueries({ queryKey: connectorKeys.lists(userKey) });
      const undo = nameInLists(cache, userKey, { id, name });
      try {
        const renamed = await client.renameConnector(id, name);
        editLists(cache, userKey, (list) => list.map((connector) => (connector.id === id ? renamed : connector)));
        return renamed;
      } catch (error) {
        undo();
        throw error;
      } finally {
        refreshConnectors(cache, userKey);
      }
    },
  });

/** Removes a connector, from every cached list too. Airbyte's own list may show it a little longer, so the lists are read again only when somebody next looks. */
export const deleteConnectorOptions = (client: ConnectApi, userKey: string, onDeleted?: (id: string) => void) =>
  mutationOptions<void, ConnectError, string>({
    ...CHANGE_RULES,
    mutationKey: [...connectorKeys.all, userKey, 'delete'],
    mutationFn: async (id, { client: cache }) => {
      try {
        await client.deleteConnector(id);
      } catch (error) {
        refreshIfGone(cache, userKey, error);
        throw error;
      }
      await cache.cancelQueries({ queryKey: connectorKeys.lists(userKey) });
      editLists(cache, userKey, (list) => list.filter((connector) => connector.id !== id));
      cache.removeQueries({ queryKey: connectorKeys.detail(userKey, id) });
      cache.removeQueries({ queryKey: connectorKeys.operations(userKey, id) });
      void cache.invalidateQueries({ queryKey: connectorKeys.lists(userKey), refetchType: 'none' });
      onDeleted?.(id);
    },
  });

/** Runs an operation. Its answer is the end user's data: it is held only while somebody shows it. */
export const executeOptions = (client: ConnectApi, userKey: string) =>
  mutationOptions<ExecuteResult, ConnectError, ExecuteVariables>({
    ...CHANGE_RULES,
    mutationKey: [...connectorKeys.all, userKey, 'execute'],
    mutationFn: ({ signal, ...input }) => client.execute(input, { signal }),
  });

/**
 * Puts a connector into the place of the one whose credentials it renews, in every cached list. Airbyte's own list may show the old one a
 * little longer, so the lists are read again only when somebody next looks.
 */
export async function replaceConnector(cache: QueryClient, userKey: string, replaces: string, connector: Connector): Promise<void> {
  await cache.cancelQueries({ queryKey: connectorKeys.lists(userKey) });
  editLists(cache, userKey, (list) =>
    list.filter(({ id }) => id !== connector.id || !list.some((other) => other.id === replaces)).map((other) => (other.id === replaces ? connector : other)),
  );
  cache.removeQueries({ queryKey: connectorKeys.detail(userKey, replaces) });
  cache.removeQueries({ queryKey: connectorKeys.operations(userKey, replaces) });
  void cache.invalidateQueries({ queryKey: connectorKeys.lists(userKey), refetchType: 'none' });
}

/** Marks the user's lists as old; those on screen are read again. */
export function refreshConnectors(cache: QueryClient, userKey: string): void {
  void cache.invalidateQueries({ queryKey: connectorKeys.lists(userKey) });
}

/** An account that went elsewhere is in lists that are too old. */
function refreshIfGone(cache: QueryClient, userKey: string, error: unknown): void {
  if (isConnectError(error) && error.code === 'connector_not_found') refreshConnectors(cache, userKey);
}

/** Shows a name before it is stored. What it returns puts back the name that was there, unless it was changed again. */
function nameInLists(cache: QueryClient, userKey: string, { id, name }: RenameConnectorVariables): () => void {
  let before: string | undefined;
  editLists(cache, userKey, (list) =>
    list.map((connector) => {
      if (connector.id !== id) return connector;
      before ??= connector.name;
      return { ...connector, name };
    }),
  );
  return () =>
    editLists(cache, userKey, (list) => list.map((one) => (one.id === id && one.name === name && before !== undefined ? { ...one, name: before } : one)));
}
