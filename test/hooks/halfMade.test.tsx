import { QueryClient } from '@tanstack/react-query';
import { act, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ConnectApi, Connector } from '../../src/core/index.js';
import { useCheckConnector, useConnect, useConnectors } from '../../src/hooks/index.js';
import { createMemoryApi, stripe } from './memoryApi.js';
import { renderInProvider } from './renderHook.js';

/** A list over a port that does as Airbyte: what is removed is listed a little longer. `seen` holds every name that was ever on the screen. */
async function setUp() {
  const memory = createMemoryApi();
  memory.add(stripe, 'Old');
  const lingering: Connector[] = [];
  const linger = () => lingering.push(...memory.connectors.filter(({ id }) => lingering.every((other) => other.id !== id)));
  const api: ConnectApi = {
    ...memory.api,
    async listConnectors(...input) {
      await memory.api.listConnectors(...input);
      return [...lingering];
    },
    async createConnector(...input) {
      const connector = await memory.api.createConnector(...input);
      linger();
      return connector;
    },
  };
  linger();
  const seen = new Set<string>();
  const queryClient = new QueryClient();
  const { result, unmount } = renderInProvider(
    () => {
      const list = useConnectors();
      for (const { name } of list.data ?? []) seen.add(name);
      return { list, flow: useConnect(), check: useCheckConnector() };
    },
    { api, queryClient },
  );
  const step = () => result.current.flow.state.step;
  const until = (wanted: string) => waitFor(() => expect(step()).toBe(wanted));
  const submit = (key: string) => act(() => result.current.flow.submit({ credentials: { api_key: key } }));
  /** The list as it is once it was read again. */
  const reread = async () => {
    const { data } = await act(() => result.current.list.refetch());
    return data?.map(({ name }) => name);
  };
  await waitFor(() => expect(result.current.list.data).toHaveLength(1));
  let connecting: Promise<Connector> | undefined;
  act(() => {
    connecting = result.current.flow.connect({ definition: 'stripe' });
    connecting.catch(() => undefined);
  });
  await until('configuring');
  return { memory, result, seen, until, submit, reread, unmount, connected: () => connecting };
}

describe('a connector that a flow has stored', () => {
  it('is in no list while it is tried, and in all once it works', async () => {
    const { memory, until, submit, reread } = await setUp();
    const gate = memory.hold('checkConnector');
    submit('good');
    await until('checking');
    expect(await reread()).toEqual(['Old']);
    gate.open();
    await until('connected');
    expect(await reread()).toEqual(['Old', 'Stripe of ada']);
  });

  it('is never in a list when it is refused, however long Airbyte still lists it', async () => {
    const { result, seen, submit, reread } = await setUp();
    submit('invalid');
    await waitFor(() => expect(result.current.flow.state).toMatchObject({ step: 'configuring', error: { code: 'credentials_refused' } }));
    expect(await reread()).toEqual(['Old']);
    act(() => result.current.flow.close());
    expect(await reread()).toEqual(['Old']);
    expect([...seen]).toEqual(['Old']);
  });

  it.each(['close', 'back'] as const)('is never in a list when it is left by %s before it was tried', async (leave) => {
    const { memory, result, seen, until, submit, reread } = await setUp();
    memory.hold('checkConnector');
    submit('good');
    await until('checking');
    act(() => result.current.flow[leave]());
    await waitFor(() => expect(memory.count('deleteConnector')).toBe(1));
    expect(await reread()).toEqual(['Old']);
    expect([...seen]).toEqual(['Old']);
  });

  it('is in no list when it was left while its check ran, and the check has removed it', async () => {
    const { memory, result, seen, until, submit, reread } = await setUp();
    memory.hold('checkConnector');
    memory.fail('deleteConnector', 'connector_not_found');
    submit('good');
    await until('checking');
    const reads = memory.count('listConnectors');
    act(() => result.current.flow.back());
    await waitFor(() => expect(memory.count('listConnectors')).toBeGreaterThan(reads));
    expect(await reread()).toEqual(['Old']);
    expect([...seen]).toEqual(['Old']);
  });

  it('is listed where it could not be removed', async () => {
    const { memory, result, until, submit } = await setUp();
    memory.hold('checkConnector');
    memory.fail('deleteConnector', 'not_available_in_token_mode');
    submit('good');
    await until('checking');
    act(() => result.current.flow.back());
    await waitFor(() => expect(result.current.list.data?.map(({ name }) => name)).toEqual(['Old', 'Stripe of ada']));
  });

  it('is listed as soon as the check of it has failed without a verdict, and stays when the flow is closed', async () => {
    const { memory, result, until, submit, reread } = await setUp();
    memory.fail('checkConnector', 'timeout');
    submit('good');
    await until('failed');
    expect(await reread()).toEqual(['Old', 'Stripe of ada']);
    act(() => result.current.flow.close());
    expect(await reread()).toEqual(['Old', 'Stripe of ada']);
    expect(memory.count('deleteConnector')).toBe(0);
  });

  it('stays when the page goes on after its check has failed without a verdict, and the host hears of it', async () => {
    const { memory, until, submit, unmount, connected } = await setUp();
    memory.fail('checkConnector', 'timeout');
    submit('good');
    await until('failed');
    unmount();
    await expect(connected()).resolves.toMatchObject({ name: 'Stripe of ada' });
    expect([memory.count('deleteConnector'), memory.connectors.length]).toEqual([0, 2]);
  });
});

it('what a check of the host’s own has discarded is in no list', async () => {
  const { memory, result, reread } = await setUp();
  memory.received.push({ credentials: { api_key: 'invalid' } });
  await act(() => result.current.check.mutateAsync({ id: 'ada-1', discardOnRefusal: true }).catch(() => undefined));
  expect(await reread()).toEqual([]);
});
