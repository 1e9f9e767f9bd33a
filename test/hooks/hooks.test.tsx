import { MutationCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, renderHook, screen, waitFor } from '@testing-library/react';
import { type ReactNode, StrictMode, useState } from 'react';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type ConnectApi, Sealed } from '../../src/core/index.js';
import {
  type ConnectEvent,
  ConnectProvider,
  useCheckConnector,
  useConnect,
  useConnectApi,
  useConnectorDefinition,
  useConnectorDefinitions,
  useConnectors,
  useCreateConnector,
  useDeleteConnector,
  useExecute,
  useOAuthCallback,
  useOAuthConnect,
  useOperations,
  useRenameConnector,
} from '../../src/hooks/index.js';
import { saveReturn } from '../../src/oauth/index.js';
import { passReturn } from '../../src/oauth/returnPoint.js';
import { createMemoryApi, hubspot, stripe } from './memoryApi.js';
import { renderInProvider } from './renderHook.js';

const quiet = () => vi.spyOn(console, 'error').mockImplementation(() => undefined);
afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
});

describe('reading', () => {
  it('lists definitions, connectors and operations', async () => {
    const { api, add } = createMemoryApi();
    const { id } = add(stripe);
    const { result } = renderInProvider(
      () => ({
        offered: useConnectorDefinitions(),
        detail: useConnectorDefinition({ definition: 'stripe' }),
        list: useConnectors(),
        operations: useOperations({ connectorId: id }),
      }),
      { api },
    );
    await waitFor(() => expect(result.current.operations.data).toHaveLength(1));
    await waitFor(() => expect(result.current.list.data).toHaveLength(1));
    expect(result.current.offered.data?.map(({ name }) => name)).toEqual(['Stripe', 'HubSpot']);
    expect(result.current.detail.data?.methods[0]?.key).toBe('apiKey');
  });

  it('waits for a missing id', () => {
    const { api, calls } = createMemoryApi();
    const { result } = renderInProvider(() => useOperations({ connectorId: undefined }), { api });
    expect(result.current.fetchStatus).toBe('idle');
    expect(calls).toEqual([]);
  });

  it('leaves `enabled` to the caller', () => {
    const { api, calls } = createMemoryApi();
    renderInProvider(() => useConnectors({ query: { enabled: false } }), { api });
    expect(calls).toEqual([]);
  });

  it('uses the host’s query cache where there is one', async () => {
    const { api } = createMemoryApi();
    const hostCache = new QueryClient();
    const { result } = renderInProvider(() => useConnectors(), { api, hostCache, userKey: 'ada' });
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
    expect(hostCache.getQueryData(['ack', 'connectors', 'ada', 'list', {}])).toEqual([]);
  });

  it('takes a client directly, without a provider, in a partition of its own', async () => {
    const hostCache = new QueryClient();
    const ada = createMemoryApi('ada');
    ada.add(stripe);
    const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={hostCache}>{children}</QueryClientProvider>;
    const first = renderHook(() => useConnectors({ client: ada.api }), { wrapper });
    await waitFor(() => expect(first.result.current.data).toHaveLength(1));
    const second = renderHook(() => useConnectors({ client: createMemoryApi('bob').api }), { wrapper });
    expect(second.result.current.data).toBeUndefined();
    second.unmount();
  });
});

describe('outside a provider', () => {
  it.each<[string, () => unknown]>([
    ['useConnectors', () => useConnectors()],
    ['useConnect', () => useConnect()],
    ['useExecute', () => useExecute()],
    ['useOAuthConnect', () => useOAuthConnect()],
  ])('%s says how to mend it', (_, hook) => {
    quiet();
    expect(() => renderHook(hook)).toThrowError(expect.objectContaining({ code: 'provider_missing', message: expect.stringContaining('<AirbyteProvider') }));
  });

  it('asks for a query cache when only a client is there', () => {
    quiet();
    const { api } = createMemoryApi();
    expect(() => renderHook(() => useConnectors({ client: api }))).toThrowError(
      expect.objectContaining({ code: 'provider_missing', message: expect.stringContaining('QueryClientProvider') }),
    );
  });
});

describe('the provider’s props', () => {
  const { api } = createMemoryApi();
  it.each<[string, Record<string, unknown>, string]>([
    ['both endpoint and client', { endpoint: '/api', client: api }, 'both `endpoint` and `client`'],
    ['headers beside a client', { client: api, headers: {} }, '`headers` beside `client`'],
    ['an endpoint that is no string', { endpoint: api }, '`endpoint` is not a path'],
    ['an empty endpoint', { endpoint: '' }, '`endpoint` is not a path'],
    ['an endpoint without a scheme', { endpoint: 'localhost:3000/api' }, 'with https://'],
    ['an endpoint without a slash', { endpoint: 'api/airbyte' }, '"/api/airbyte"'],
    ['a client that is none', { client: {} }, '`client` is not a client'],
    ['a client of null', { client: null }, '`client` is not a client'],
  ])('are refused with a sentence: %s', (_, props, sentence) => {
    quiet();
    expect(() => renderHook(() => useConnectApi(props))).toThrowError(
      expect.objectContaining({ code: 'invalid_prop', message: expect.stringContaining(sentence) }),
    );
  });

  it('make one api for an endpoint, whatever the headers are', () => {
    const { result, rerender } = renderHook(({ headers }) => useConnectApi({ endpoint: '/api', headers }), {
      initialProps: { headers: { authorization: 'Bearer a' } },
    });
    const first = result.current;
    rerender({ headers: { authorization: 'Bearer b' } });
    expect(result.current).toBe(first);
  });

  it('send the newest headers with the next request', async () => {
    const sent = vi.spyOn(window, 'fetch').mockImplementation(async () => Response.json({ definitions: [] }));
    const { result, rerender } = renderHook(({ token }) => useConnectApi({ endpoint: '/api', headers: { authorization: token } }), {
      initialProps: { token: 'Bearer a' },
    });
    await result.current.listDefinitions();
    rerender({ token: 'Bearer b' });
    await result.current.listDefinitions();
    const tokens = sent.mock.calls.map(([input, init]) =>
      new Request(input instanceof Request ? input : new URL(String(input), location.href), init).headers.get('authorization'),
    );
    expect(tokens).toEqual(['Bearer a', 'Bearer b']);
  });
});

describe('writing', () => {
  const marked = 'marked-typed-key';

  it('shows nothing typed to the mutation cache or the host’s callbacks, also during the request', async () => {
    const memory = createMemoryApi();
    const gate = memory.hold('createConnector');
    const seen: string[] = [];
    const look = (...given: unknown[]) => void seen.push(serialise(given));
    const queryClient = new QueryClient({ mutationCache: new MutationCache({ onMutate: look, onSuccess: look, onSettled: look, onError: look }) });
    const inCache = () =>
      serialise(
        queryClient
          .getMutationCache()
          .getAll()
          .map(({ state, options }) => [state, options]),
      );
    const { result, unmount } = renderInProvider(() => useCreateConnector(), { api: memory.api, queryClient });
    const values = new Sealed({ credentials: { api_key: marked } });
    act(() => result.current.mutate({ definition: 'stripe', method: 'apiKey', values }));
    await waitFor(() => expect(memory.received).toEqual([{ credentials: { api_key: marked } }]));
    expect(inCache()).toContain('stripe');
    expect(inCache()).not.toContain(marked);
    gate.open();
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.join()).not.toContain(marked);
    expect(() => values.open()).toThrow();
    unmount();
    await waitFor(() => expect(queryClient.getMutationCache().getAll()).toEqual([]));
  });

  it('checks, renames and runs', async () => {
    const { api, add } = createMemoryApi();
    const { id } = add(stripe);
    const { result } = renderInProvider(() => ({ check: useCheckConnector(), rename: useRenameConnector(), run: useExecute() }), { api });
    await act(async () => {
      expect(await result.current.check.mutateAsync({ id })).toEqual({ status: 'verified' });
      expect(await result.current.rename.mutateAsync({ id, name: 'Acme' })).toMatchObject({ name: 'Acme' });
      expect(await result.current.run.mutateAsync({ connectorId: id, entity: 'customers', action: 'list' })).toMatchObject({ type: 'json' });
    });
  });

  it('disconnects, updates the list at once and tells the host', async () => {
    const { api, add } = createMemoryApi();
    const { id } = add(stripe);
    const events: ConnectEvent[] = [];
    const { result } = renderInProvider(() => ({ list: useConnectors(), remove: useDeleteConnector() }), { api, onEvent: (event) => events.push(event) });
    await waitFor(() => expect(result.current.list.data).toHaveLength(1));
    await act(() => result.current.remove.mutateAsync(id));
    expect(result.current.list.data).toEqual([]);
    expect(events).toEqual([{ type: 'disconnected', connectorId: id }]);
  });

  it('runs the caller’s own callback beside the kit’s work', async () => {
    const { api, add } = createMemoryApi();
    const { id } = add(stripe);
    const onSuccess = vi.fn();
    const { result } = renderInProvider(() => ({ list: useConnectors(), remove: useDeleteConnector({ mutation: { onSuccess } }) }), { api });
    await waitFor(() => expect(result.current.list.data).toHaveLength(1));
    await act(() => result.current.remove.mutateAsync(id));
    expect([onSuccess.mock.calls.length, result.current.list.data]).toEqual([1, []]);
  });
});

describe('useConnect', () => {
  it('resolves with the connector, in StrictMode', async () => {
    const { api, connectors } = createMemoryApi();
    const { result } = renderInProvider(() => useConnect(), { api });
    let connected: Promise<unknown> = Promise.resolve();
    act(() => {
      connected = result.current.connect({ definition: 'stripe' });
    });
    await waitFor(() => expect(result.current.state.step).toBe('configuring'));
    act(() => result.current.submit({ credentials: { api_key: 'sk' } }));
    await waitFor(() => expect(result.current.state.step).toBe('connected'));
    expect(await connected).toBe(connectors[0]);
  });

  it('rejects with flow_closed when the provider is gone', async () => {
    const { api } = createMemoryApi();
    const { result, unmount } = renderInProvider(() => useConnect(), { api });
    let connected: Promise<unknown> = Promise.resolve();
    act(() => {
      connected = result.current.connect({ definition: 'stripe' });
    });
    const error = connected.catch((thrown: unknown) => thrown);
    unmount();
    expect(await error).toMatchObject({ code: 'flow_closed' });
  });

  it('lives in the provider: the button that opened it may unmount', async () => {
    const { api, connectors } = createMemoryApi();
    const heard: string[] = [];
    function Button() {
      const { connect } = useConnect();
      return (
        <button type="button" onClick={() => void connect({ definition: 'stripe', onConnected: ({ id }) => heard.push(id) })}>
          Open
        </button>
      );
    }
    function Host() {
      const { state, submit } = useConnect();
      if (state.step === 'idle') return <Button />;
      return (
        <button type="button" onClick={() => submit({ credentials: { api_key: 'sk' } })}>
          {state.step}
        </button>
      );
    }
    render(
      <StrictMode>
        <ConnectProvider api={api}>
          <Host />
        </ConnectProvider>
      </StrictMode>,
    );
    act(() => screen.getByText('Open').click());
    await act(async () => (await screen.findByText('configuring')).click());
    await screen.findByText('connected');
    expect(heard).toEqual(connectors.map(({ id }) => id));
  });

  it('keeps an inline flow apart from the provider’s', () => {
    const { api } = createMemoryApi();
    const { result } = renderInProvider(() => ({ shared: useConnect(), own: useConnect({ inline: true }) }), { api });
    act(() => void result.current.own.connect().catch(() => undefined));
    expect([result.current.own.state.step, result.current.shared.state.step]).toEqual(['picking', 'idle']);
  });

  it('goes on after a same-tab redirect: an inline flow inline, any other in the provider', async () => {
    const { api, add, settle } = createMemoryApi();
    settle({ status: 'connected', connector: add(hubspot) });
    saveReturn({ attemptId: 'attempt-1', definition: 'hubspot', method: 'oauth2', returnUrl: location.pathname, surface: 'inline', values: {} });
    passReturn('attempt-1', { state: '', params: {} });
    const { result } = renderInProvider(() => ({ shared: useConnect(), own: useConnect({ inline: true }) }), { api });
    await waitFor(() => expect(result.current.own.state.step).toBe('connected'));
    expect(result.current.shared.state.step).toBe('idle');
  });

  it('shows the host’s own errors as uncaught, and goes on', async () => {
    const { api } = createMemoryApi();
    const uncaught: unknown[] = [];
    const hear = (event: ErrorEvent) => {
      event.preventDefault();
      uncaught.push(event.message);
    };
    window.addEventListener('error', hear);
    onTestFinished(() => window.removeEventListener('error', hear));
    const { result } = renderInProvider(() => useConnect(), {
      api,
      onEvent: () => {
        throw new Error('of the host');
      },
    });
    act(() => void result.current.connect().catch(() => undefined));
    await waitFor(() => expect(uncaught.join()).toContain('of the host'));
    expect(result.current.state.step).toBe('picking');
  });
});

describe('a switch of the user', () => {
  it.each(['userKey', 'client'])('shows no frame of the last user’s data, by %s', async (by) => {
    const ada = createMemoryApi('ada');
    const bob = createMemoryApi('bob');
    ada.add(stripe);
    bob.add(hubspot);
    const gate = bob.hold('listConnectors');
    const hostCache = new QueryClient();
    const frames: string[] = [];
    function List({ user }: { user: string }) {
      const { data } = useConnectors();
      const { state } = useConnect();
      const [note] = useState(user);
      frames.push(`${user}: ${data?.map(({ name }) => name).join() ?? 'nothing'}, ${state.step}, ${note}`);
      return <p>{data?.map(({ name }) => name).join()}</p>;
    }
    function Opener() {
      const { connect } = useConnect();
      return (
        <button type="button" onClick={() => void connect({ definition: 'stripe' }).catch(() => undefined)}>
          Open
        </button>
      );
    }
    const apiOf = (user: string): ConnectApi => (user === 'ada' ? ada.api : bob.api);
    const page = (user: string) => (
      <StrictMode>
        <QueryClientProvider client={hostCache}>
          <ConnectProvider api={apiOf(user)} {...(by === 'userKey' ? { userKey: user } : {})}>
            <List user={user} />
            <Opener />
          </ConnectProvider>
        </QueryClientProvider>
      </StrictMode>
    );
    const { rerender } = render(page('ada'));
    await screen.findByText('Stripe of ada');
    act(() => screen.getByText('Open').click());
    rerender(page('bob'));
    await waitFor(() => expect(bob.count('listConnectors')).toBeGreaterThan(0));
    const ofBob = () => frames.filter((frame) => frame.startsWith('bob'));
    expect(new Set(ofBob())).toEqual(new Set(['bob: nothing, idle, bob']));
    gate.open();
    await screen.findByText('HubSpot of bob');
    expect(ofBob().join()).not.toContain('ada');
    rerender(page('ada'));
    await screen.findByText('Stripe of ada');
  });
});

describe('useOAuthConnect', () => {
  const fakeWindow = () => ({ closed: false, document: { title: '' }, location: { replace: vi.fn() }, focus: () => undefined, close: vi.fn() });

  it('opens the window in the click, before anything is awaited', async () => {
    const { api, settle, add, count } = createMemoryApi();
    const child = fakeWindow();
    // SAFETY: the parts of a window that a sign-in touches; a test page may not open real popups.
    const open = vi.spyOn(window, 'open').mockReturnValue(child as unknown as Window);
    const { result } = renderInProvider(() => useOAuthConnect(), { api });
    act(() => {
      result.current.mutate({ definition: 'hubspot', method: 'oauth2', values: { environment: { subdomain: 'acme' } } });
      expect(open).toHaveBeenCalledTimes(1);
      expect(count('startAttempt')).toBe(0);
    });
    await waitFor(() => expect(child.location.replace).toHaveBeenCalled());
    settle({ status: 'connected', connector: add(hubspot) });
    window.dispatchEvent(new Event('focus'));
    await waitFor(() => expect(result.current.data?.name).toBe('HubSpot of ada'));
    expect(child.close).toHaveBeenCalled();
  });

  it('rejects with popup_blocked and starts nothing', async () => {
    const { api, count } = createMemoryApi();
    vi.spyOn(window, 'open').mockReturnValue(null);
    const { result } = renderInProvider(() => useOAuthConnect(), { api });
    act(() => result.current.mutate({ definition: 'hubspot', method: 'oauth2', values: {} }));
    await waitFor(() => expect(result.current.error?.code).toBe('popup_blocked'));
    expect(count('startAttempt')).toBe(0);
  });

  it('gives the same functions in each render, and hands on what TanStack’s take besides', async () => {
    const { api } = createMemoryApi();
    vi.spyOn(window, 'open').mockReturnValue(null);
    const { result, rerender } = renderInProvider(() => useOAuthConnect(), { api });
    const { mutate, mutateAsync, cancel } = result.current;
    rerender();
    expect(result.current.mutate).toBe(mutate);
    expect(result.current.mutateAsync).toBe(mutateAsync);
    expect(result.current.cancel).toBe(cancel);
    const heard: unknown[] = [];
    const input = { definition: 'hubspot', method: 'oauth2', values: {} };
    act(() => mutate(input, { onError: ({ code }) => heard.push(code) }));
    await waitFor(() => expect(heard).toEqual(['popup_blocked']));
    await act(() => mutateAsync(input, { onSettled: () => heard.push('settled') }).catch(() => undefined));
    expect(heard).toEqual(['popup_blocked', 'settled']);
  });

  it('stops waiting when cancelled, and when the component goes', async () => {
    const { api, signals } = createMemoryApi();
    const child = fakeWindow();
    // SAFETY: as above.
    vi.spyOn(window, 'open').mockReturnValue(child as unknown as Window);
    const { result, unmount } = renderInProvider(() => useOAuthConnect(), { api });
    act(() => result.current.mutate({ definition: 'hubspot', method: 'oauth2', values: {} }));
    await waitFor(() => expect(child.location.replace).toHaveBeenCalled());
    act(() => result.current.cancel());
    await waitFor(() => expect(result.current.error?.code).toBe('aborted'));
    act(() => result.current.mutate({ definition: 'hubspot', method: 'oauth2', values: {} }));
    await waitFor(() => expect(child.location.replace).toHaveBeenCalledTimes(2));
    unmount();
    await waitFor(() => expect(signals.at(-1)?.aborted).toBe(true));
  });
});

describe('useOAuthCallback', () => {
  const state = `attempt-of-the-hook.${'r'.repeat(43)}`;
  const before = location.href;
  afterEach(() => history.replaceState(null, '', before));

  it('finishes once although the page mounts twice, and cleans the address', async () => {
    const sent = vi.spyOn(window, 'fetch').mockImplementation(async () => Response.json({ status: 'failed', error: { code: 'oauth_denied' } }));
    // An address of its own: what a callback page has come to is remembered by its address.
    const url = new URL('?page=callback-of-the-hook', before);
    const address = url.href;
    url.searchParams.set('ack_state', state);
    url.searchParams.set('error', 'access_denied');
    history.replaceState(null, '', url);
    const { result } = renderHook(() => useOAuthCallback(), { wrapper: StrictMode });
    expect(result.current.status).toBe('completing');
    expect(location.href).toBe(address);
    await waitFor(() => expect(result.current).toMatchObject({ status: 'failed', code: 'oauth_denied' }));
    expect(sent.mock.calls.map(([input]) => String(input))).toEqual(['/api/airbyte/attempts/complete']);
  });

  it('refuses an endpoint that is none', () => {
    quiet();
    for (const endpoint of ['', 'localhost:3000/api'])
      expect(() => renderHook(() => useOAuthCallback({ endpoint }))).toThrowError(expect.objectContaining({ code: 'invalid_prop' }));
  });
});

/** Everything that can be read of a value, as a devtool would: own properties of any depth, and what JSON shows. */
function serialise(value: unknown, seen = new Set<unknown>()): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (seen.has(value)) return '';
  seen.add(value);
  const own = Reflect.ownKeys(value).map((key) => `${String(key)}=${serialise(Reflect.get(value, key), seen)}`);
  return [...own, String(value)].join();
}
