import { onlineManager } from '@tanstack/react-query';
import { act, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { type ConnectApi, Sealed } from '../../src/core/index.js';
import {
  useCheckConnector,
  useConnectorDefinitions,
  useConnectors,
  useConnectorTasks,
  useCreateConnector,
  useDeleteConnector,
  useExecute,
  useRenameConnector,
} from '../../src/hooks/index.js';
import { createMemoryApi, stripe } from './memoryApi.js';
import { renderInProvider } from './renderHook.js';

afterEach(() => onlineManager.setOnline(true));

const useChanges = () => {
  const mutations = {
    createConnector: useCreateConnector(),
    checkConnector: useCheckConnector(),
    renameConnector: useRenameConnector(),
    deleteConnector: useDeleteConnector(),
    execute: useExecute(),
  };
  const begin: Record<keyof typeof mutations, () => void> = {
    createConnector: () => mutations.createConnector.mutate({ definition: 'stripe', method: 'apiKey', values: new Sealed({}) }),
    checkConnector: () => mutations.checkConnector.mutate({ id: 'ada-1' }),
    renameConnector: () => mutations.renameConnector.mutate({ id: 'ada-1', name: 'New' }),
    deleteConnector: () => mutations.deleteConnector.mutate('ada-1'),
    execute: () => mutations.execute.mutate({ connectorId: 'ada-1', entity: 'customers', action: 'delete' }),
  };
  return { mutations, begin };
};
const CHANGES = ['createConnector', 'checkConnector', 'renameConnector', 'deleteConnector', 'execute'] as const;

describe('without a network', () => {
  it.each(CHANGES)('%s fails at once, and is not done when the network is back', async (method) => {
    const { api, count, fail, mend } = createMemoryApi();
    fail(method, 'network_unavailable');
    onlineManager.setOnline(false);
    const { result } = renderInProvider(useChanges, { api });
    act(() => result.current.begin[method]());
    await waitFor(() => expect(result.current.mutations[method].error?.code).toBe('network_unavailable'));
    mend(method);
    await act(async () => onlineManager.setOnline(true));
    expect([count(method), result.current.mutations[method].isPending]).toEqual([1, false]);
  });

  it('a row says that it failed, and waits for nothing', async () => {
    const memory = createMemoryApi();
    const till = memory.add(stripe, 'Till');
    for (const method of ['deleteConnector', 'renameConnector', 'checkConnector'] as const) memory.fail(method, 'network_unavailable');
    onlineManager.setOnline(false);
    const { result } = renderInProvider(useConnectorTasks, { api: memory.api });
    const asked = [() => result.current.disconnect(till), () => result.current.rename(till, 'New'), () => result.current.check(till)];
    for (const ask of asked) {
      act(ask);
      await waitFor(() => expect(result.current.tasks[till.id]).toMatchObject({ pending: false, failure: { code: 'network_unavailable' } }));
    }
  });

  it('a list fails at once, and is read when the network is back', async () => {
    const memory = createMemoryApi();
    memory.add(stripe, 'Till');
    const methods: (keyof ConnectApi)[] = ['listConnectors', 'listDefinitions'];
    for (const method of methods) memory.fail(method, 'network_unavailable');
    onlineManager.setOnline(false);
    const { result } = renderInProvider(() => ({ connectors: useConnectors(), definitions: useConnectorDefinitions() }), { api: memory.api });
    await waitFor(() => expect(result.current.connectors.error?.code).toBe('network_unavailable'));
    await waitFor(() => expect(result.current.definitions.error?.code).toBe('network_unavailable'));
    for (const method of methods) memory.mend(method);
    act(() => onlineManager.setOnline(true));
    await waitFor(() => expect(result.current.connectors.data).toMatchObject([{ name: 'Till' }]));
    await waitFor(() => expect(result.current.definitions.data).toHaveLength(2));
  });
});
