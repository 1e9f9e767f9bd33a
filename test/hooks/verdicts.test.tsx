import { act, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useConnect, useConnectorTasks } from '../../src/hooks/index.js';
import { createMemoryApi } from './memoryApi.js';
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
