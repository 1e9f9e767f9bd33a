import { QueryClient } from '@tanstack/react-query';
import { act, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useConnectors, useDeleteConnector, usePrefetch, useRenameConnector } from '../../src/hooks/index.js';
import { createMemoryApi, stripe } from './memoryApi.js';
import { renderInProvider } from './renderHook.js';

/** An account's list, and a rename that waits until it is let go or broken. */
async function setUp() {
  const memory = createMemoryApi();
  const { id } = memory.add(stripe, 'Old');
  const gate = memory.hold('renameConnector');
  const api = {
    ...memory.api,
    listConnectors: async (...input: Parameters<typeof memory.api.listConnectors>) => structuredClone(await memory.api.listConnectors(...input)),
  };
  const { result } = renderInProvider(
    () => ({ list: useConnectors(), rename: useRenameConnector(), other: useRenameConnector(), remove: useDeleteConnector() }),
    { api },
  );
  await waitFor(() => expect(result.current.list.data).toHaveLength(1));
  const shown = () => result.current.list.data?.map(({ name }) => name);
  return { id, memory, gate, result, shown };
}

describe('a new name', () => {
  it('is in the list before it is stored, and stays', async () => {
    const { id, gate, result, shown } = await setUp();
    act(() => result.current.rename.mutate({ id, name: 'New' }));
    await waitFor(() => expect(shown()).toEqual(['New']));
    expect(result.current.rename.isPending).toBe(true);
    gate.open();
    await waitFor(() => expect(result.current.rename.isSuccess).toBe(true));
    expect(shown()).toEqual(['New']);
  });

  it('is taken back when it could not be stored', async () => {
    const { id, memory, gate, result, shown } = await setUp();
    act(() => result.current.rename.mutate({ id, name: 'New' }));
    await waitFor(() => expect(shown()).toEqual(['New']));
    memory.hold('listConnectors'); // no new list brings the old name
    memory.fail('renameConnector', 'upstream_unavailable');
    gate.open();
    await waitFor(() => expect(result.current.rename.error?.code).toBe('upstream_unavailable'));
    await waitFor(() => expect(shown()).toEqual(['Old']));
  });
});

it('a name that could not be stored puts back none over one that was given since', async () => {
  const { id, memory, gate, result, shown } = await setUp();
  act(() => result.current.rename.mutate({ id, name: 'Second' }));
  await waitFor(() => expect(shown()).toEqual(['Second']));
  memory.hold('renameConnector');
  memory.hold('listConnectors');
  act(() => result.current.other.mutate({ id, name: 'Third' }));
  await waitFor(() => expect(shown()).toEqual(['Third']));
  memory.fail('renameConnector', 'upstream_unavailable');
  gate.open();
  await waitFor(() => expect(result.current.rename.isError).toBe(true));
  expect(shown()).toEqual(['Third']);
});

it('what was disconnected is not brought back by a list that was on its way', async () => {
  const { id, memory, result, shown } = await setUp();
  const old = memory.connectors.slice();
  const before = memory.count('listConnectors');
  const listing = memory.hold('listConnectors');
  const renewed = result.current.list.refetch();
  await waitFor(() => expect(memory.count('listConnectors')).toBe(before + 1));
  await act(() => result.current.remove.mutateAsync(id));
  await waitFor(() => expect(shown()).toEqual([]));
  // As Airbyte, which lists it a little longer.
  memory.connectors.push(...old);
  listing.open();
  await act(() => renewed);
  // Another disconnecting ends after whatever the list still brings.
  await act(() => result.current.remove.mutateAsync('another'));
  expect(shown()).toEqual([]);
});

describe('what is fetched on a guess', () => {
  it('is there when it is asked for, and is fetched once', async () => {
    const memory = createMemoryApi();
    const queryClient = new QueryClient();
    const { result } = renderInProvider(() => usePrefetch(), { api: memory.api, queryClient });
    act(() => result.current('stripe'));
    await waitFor(() => expect(queryClient.getQueriesData({ queryKey: ['ack', 'definitions'] })).toHaveLength(1));
    await waitFor(() => expect(queryClient.isFetching()).toBe(0));
    act(() => result.current('stripe'));
    act(() => result.current());
    await waitFor(() => expect(memory.calls).toEqual(['getDefinition', 'listDefinitions']));
  });
});
