import { QueryClient } from '@tanstack/react-query';
import { act, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useCheckConnector, useConnect, useConnectorTasks } from '../../src/hooks/index.js';
import { connectorKeys } from '../../src/query/index.js';
import { createMemoryApi, stripe } from './memoryApi.js';
import { renderInProvider } from './renderHook.js';

it('a list knows what the flow has found of what it connected, over a new name and until a check says otherwise', async () => {
  const memory = createMemoryApi();
  const { result } = renderInProvider(() => ({ flow: useConnect(), list: useConnectorTasks() }), { api: memory.api });
  act(() => void result.current.flow.connect({ definition: 'stripe' }).catch(() => undefined));
  await waitFor(() => expect(result.current.flow.state.step).toBe('configuring'));
  act(() => result.current.flow.submit({ credentials: { api_key: 'good' } }));
  const [till] = await waitFor(() => {
    expect(result.current.flow.state.step).toBe('connected');
    return memory.connectors;
  });
  if (till === undefined) throw new Error('Nothing was connected.');
  const task = () => result.current.list.tasks[till.id];
  expect(task()).toEqual({ pending: false, failure: null, check: 'verified' });

  act(() => result.current.list.rename(till, 'Till'));
  await waitFor(() => expect(task()).toEqual({ pending: false, failure: null, check: 'verified' }));
  expect(memory.connectors[0]?.name).toBe('Till');

  memory.fail('checkConnector', 'credentials_refused');
  act(() => result.current.list.check(till));
  await waitFor(() => expect(task()?.check).toBe('refused'));
});

describe('what a check of an account that the flow has found to work says', () => {
  /** Lists over one cache; each is mounted when it is asked for. */
  const setUp = () => {
    const memory = createMemoryApi();
    const till = memory.add(stripe);
    const queryClient = new QueryClient();
    queryClient.setQueryData(connectorKeys.verdicts(''), { [till.id]: { check: 'verified' } });
    const mount = () => {
      const { result, unmount } = renderInProvider(() => ({ list: useConnectorTasks(), own: useCheckConnector() }), { api: memory.api, queryClient });
      return {
        task: () => result.current.list.tasks[till.id],
        check: () => act(() => result.current.list.check(till)),
        own: () => result.current.own,
        unmount,
      };
    };
    return { memory, till, mount };
  };

  it('is known to a list that is mounted later', async () => {
    const { memory, mount } = setUp();
    const { task, check, unmount } = mount();
    expect(task()?.check).toBe('verified');
    memory.fail('checkConnector', 'credentials_refused');
    check();
    await waitFor(() => expect(task()).toMatchObject({ pending: false, check: 'refused' }));
    unmount();
    expect(mount().task()).toMatchObject({ pending: false, failure: null, check: 'refused' });
  });

  it('is known to the other lists of the page, the last one counting', async () => {
    const { memory, mount } = setUp();
    const [one, other] = [mount(), mount()];
    memory.fail('checkConnector', 'credentials_refused');
    one.check();
    await waitFor(() => expect(other.task()?.check).toBe('refused'));
    memory.mend('checkConnector');
    other.check();
    await waitFor(() => expect(one.task()?.check).toBe('verified'));
  });

  it('is also known of a check of the host’s own, and of one whose list is gone before it ends', async () => {
    const { memory, till, mount } = setUp();
    const { own, check, unmount } = mount();
    memory.fail('checkConnector', 'credentials_refused');
    await act(() =>
      own()
        .mutateAsync({ id: till.id })
        .catch(() => undefined),
    );
    const { task } = mount();
    expect(task()?.check).toBe('refused');
    memory.mend('checkConnector');
    const gate = memory.hold('checkConnector');
    check();
    unmount();
    await act(async () => gate.open());
    await waitFor(() => expect(task()?.check).toBe('verified'));
  });

  it('takes back what was known where it can not be made', async () => {
    const { memory, mount } = setUp();
    const { task, check, unmount } = mount();
    memory.fail('checkConnector', 'upstream_unavailable');
    check();
    await waitFor(() => expect(task()).toMatchObject({ pending: false, check: null, failure: { code: 'upstream_unavailable' } }));
    unmount();
    expect(mount().task()?.check ?? null).toBeNull();
  });
});
