import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AirbyteProvider, Connect, Connectors } from '../../src/blocks/index.js';
import { type ConnectApi, readCallbackAddress, Sealed } from '../../src/core/index.js';
import { type ConnectEvent, useConnect, useCreateConnector, useOAuthConnect } from '../../src/hooks/index.js';
import { status } from '../../src/sandbox/index.js';
import { dumpCaches, pathsOf } from './findMarked.js';
import { createGatedSandbox } from './gatedSandbox.js';
import { renderInProvider } from './renderHook.js';

const KEY = 'rk_marked_typed_4f9a';
const SUBDOMAIN = 'marked-typed-7c2e';
const LONG = { timeout: 5_000 };
const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const;

const logged: unknown[] = [];
beforeEach(() => {
  for (const method of METHODS) vi.spyOn(console, method).mockImplementation((...given) => void logged.push(given));
});
afterEach(() => {
  logged.length = 0;
  vi.restoreAllMocks();
});

/** A host that looks at everything TanStack shows it: every callback of both caches, and the caches themselves whenever they change. */
function nosyHost() {
  const heard: { name: string; given: unknown[] }[] = [];
  const dumps: ReturnType<typeof dumpCaches>[] = [];
  const hear =
    (name: string) =>
    (...given: unknown[]) =>
      void heard.push({ name, given });
  const queryClient = new QueryClient({
    mutationCache: new MutationCache({ onMutate: hear('onMutate'), onSuccess: hear('onSuccess'), onError: hear('onError'), onSettled: hear('onSettled') }),
    queryCache: new QueryCache({ onSuccess: hear('query'), onError: hear('query error'), onSettled: hear('query settled') }),
  });
  const events: ConnectEvent[] = [];
  queryClient.getMutationCache().subscribe((event) => {
    heard.push({ name: 'mutation event', given: [event] });
    dumps.push(dumpCaches(queryClient));
  });
  queryClient.getQueryCache().subscribe((event) => {
    heard.push({ name: 'query event', given: [event] });
    dumps.push(dumpCaches(queryClient));
  });
  /** Of all that was heard, and of what lies in the caches now. */
  const everything = () => ({
    now: dumpCaches(queryClient),
    dumps,
    heard,
    events,
    logged,
    storage: [{ ...localStorage }, { ...sessionStorage }, location.href],
  });
  return { queryClient, heard, events, everything, callbacks: () => new Set(heard.map(({ name }) => name)) };
}

const expectNowhere = (host: ReturnType<typeof nosyHost>, secrets: readonly string[]) => {
  expect(secrets.length).toBeGreaterThan(1);
  for (const secret of secrets) expect(pathsOf(secret, host.everything()), secret).toEqual([]);
};

/** The sign-in window of the test: it notes where it was led. */
function fakeWindow() {
  const visited: string[] = [];
  const child = {
    closed: false,
    document: { title: '' },
    location: { replace: (url: string) => visited.push(url) },
    focus: () => undefined,
    close: () => undefined,
  };
  // SAFETY: the parts of a window that a sign-in touches; a test page may not open real popups.
  vi.spyOn(window, 'open').mockReturnValue(child as unknown as Window);
  return visited;
}

/** The callback page hands over what it came with. */
function land(href: string): string {
  const { attemptId, state = '', params } = readCallbackAddress(href);
  act(() => void window.dispatchEvent(new MessageEvent('message', { data: { type: 'ack:params', attemptId, state, params }, origin: location.origin })));
  return state ?? '';
}

const show = (api: ConnectApi, { queryClient, events }: ReturnType<typeof nosyHost>, definition: string) =>
  render(
    <AirbyteProvider client={api} userKey="ada" queryClient={queryClient} onEvent={(event) => events.push(event)}>
      <Connect definition={definition} />
      <Connectors />
    </AirbyteProvider>,
  );

async function connectStripe(user: ReturnType<typeof userEvent.setup>) {
  await user.type(await screen.findByRole('textbox', { name: /account/i }, LONG), 'acct_1');
  await user.type(screen.getByLabelText('Secret key'), KEY);
  await user.click(screen.getByRole('button', { name: 'Connect Stripe' }));
}

describe('the search', () => {
  it('finds a raw value wherever it could be', async () => {
    const host = nosyHost();
    const { queryClient } = host;
    queryClient.setQueryData(['control'], { deep: [new Map([['key', new Error('x', { cause: `is ${KEY}` })]])] });
    expect(pathsOf(KEY, host.everything().now).length).toBeGreaterThan(0);
    queryClient.clear();
    expect(pathsOf(KEY, host.everything().now)).toEqual([]);
    const options = { mutationFn: () => new Promise<never>(() => undefined) };
    void queryClient
      .getMutationCache()
      .build<never, Error, unknown, unknown>(queryClient, options)
      .execute({ values: { credentials: KEY } });
    await waitFor(() => expect(host.callbacks()).toContain('onMutate'));
    const { now, heard } = host.everything();
    for (const place of [now.mutations, now.dehydrated, now.text, heard.filter(({ name }) => name === 'onMutate')]) expect(pathsOf(KEY, place)).not.toEqual([]);
    expect(pathsOf(KEY, { [KEY]: 1 })).toEqual(['<key>']);
    expect(pathsOf(KEY, Object.defineProperty({}, 'hidden', { value: KEY, enumerable: false }))).toEqual(['.hidden']);
    expect(pathsOf(KEY, { url: new URL(`https://x.test/${KEY}`) })).toEqual(['.url<printed>']);
    expect(pathsOf(KEY, new Sealed(KEY))).toEqual([]);
  });
});

describe('Connect, in the caches of the host', () => {
  it.each(['current', 'seed'] as const)('shows no typed key while it is sent, checked, or after (%s)', async (generation) => {
    const host = nosyHost();
    const user = userEvent.setup();
    const execute = generation === 'current' ? 'executeConnector' : 'executeSource';
    const gated = createGatedSandbox(['createConnector', execute], { generation });
    const secrets = () => [KEY, ...gated.secrets()];
    show(gated.api, host, 'stripe');
    await connectStripe(user);
    await gated.holds('createConnector');
    expect(JSON.stringify(gated.sandbox.requests), 'the marked key really was sent').toContain(KEY);
    expect(host.queryClient.getQueryCache().getAll().length).toBeGreaterThan(1);
    expectNowhere(host, secrets());
    gated.open('createConnector');
    await gated.holds(execute);
    expectNowhere(host, secrets());
    gated.open(execute);
    await screen.findByRole('heading', { name: /is connected/ }, LONG);
    expectNowhere(host, secrets());
    expect(host.events.map(({ type }) => type)).toContain('connected');
    expect(pathsOf(KEY, document.documentElement.outerHTML)).toEqual([]);
  });

  it('shows no typed key when the request fails', async () => {
    const host = nosyHost();
    const user = userEvent.setup();
    const gated = createGatedSandbox([], { faults: [status(500, { match: { operationId: 'createConnector' }, message: `The key ${KEY} broke it.` })] });
    show(gated.api, host, 'stripe');
    await connectStripe(user);
    await waitFor(() => expect(host.events.map(({ type }) => type)).toContain('failed'), LONG);
    expectNowhere(host, [KEY, ...gated.secrets()]);
  });

  it.each(['current', 'seed'] as const)('shows neither input, state nor secret of a sign-in while it runs, or after (%s)', async (generation) => {
    const host = nosyHost();
    const user = userEvent.setup();
    const gated = createGatedSandbox(['initiateConnectorOAuth'], { generation });
    const visited = fakeWindow();
    show(gated.api, host, 'zendesk-support');
    await user.click(await screen.findByRole('button', { name: /sign in with zendesk/i }, LONG));
    await user.type(await screen.findByLabelText(/subdomain/i, {}, LONG), SUBDOMAIN);
    await user.click(screen.getByRole('button', { name: /^Continue to / }));
    await gated.holds('initiateConnectorOAuth');
    const sent = JSON.stringify(gated.sandbox.requests);
    expect(sent, 'the marked input really was sent').toContain(SUBDOMAIN);
    const state = /ack_state=([\w.%-]+)/.exec(sent)?.[1] ?? '';
    const secrets = () => [SUBDOMAIN, state.slice(state.indexOf('.') + 1), ...gated.secrets()];
    expect(state).toMatch(/^[\w-]+\.[\w-]{40,}$/);
    expectNowhere(host, secrets());
    gated.open('initiateConnectorOAuth');
    await waitFor(() => expect(visited).toHaveLength(1), LONG);
    expectNowhere(host, [...secrets(), new URL(visited[0] ?? '').search.slice(1)]);
    const back = gated.sandbox.decideConsent(visited[0] ?? '', 'approve');
    expect(land(back)).toBe(state);
    await screen.findByRole('heading', { name: /is connected/ }, LONG);
    const secretId = new URL(back).searchParams.get('secret_id');
    expect(secretId !== null).toBe(generation === 'seed');
    expectNowhere(host, [...secrets(), ...(secretId === null ? [] : [secretId])]);
    expect(gated.sandbox.connectors('ada')).toHaveLength(1);
  });
});

describe('hooks, in the mutation cache and the callbacks of the host', () => {
  const useAll = () => ({ create: useCreateConnector(), signIn: useOAuthConnect(), flow: useConnect() });
  const stripe = () => ({
    definition: 'stripe',
    method: 'bearerAuth',
    values: new Sealed({ credentials: { api_key: KEY }, replication_config: { account_id: 'acct_1' } }),
  });

  it('control: a holder that is not sealed is found while the request runs', async () => {
    const host = nosyHost();
    const gated = createGatedSandbox(['createConnector']);
    const { result } = renderInProvider(useAll, { api: gated.api, queryClient: host.queryClient });
    const input = stripe();
    act(() => result.current.create.mutate({ ...input, values: Object.assign(input.values, { raw: KEY }) }));
    await gated.holds('createConnector');
    const { now, heard } = host.everything();
    for (const place of [now.mutations, now.dehydrated, heard.filter(({ name }) => name === 'onMutate')]) expect(pathsOf(KEY, place)).not.toEqual([]);
    gated.open('createConnector');
    await waitFor(() => expect(result.current.create.isSuccess).toBe(true), LONG);
  });

  it.each([
    ['connects', []],
    ['fails', [status(500, { match: { operationId: 'createConnector' } })]],
  ])('useCreateConnector shows no key during the request and after it %s', async (_, faults) => {
    const host = nosyHost();
    const gated = createGatedSandbox(['createConnector'], { faults });
    const { result } = renderInProvider(useAll, { api: gated.api, queryClient: host.queryClient, onEvent: (event) => host.events.push(event) });
    act(() => result.current.create.mutate(stripe()));
    await gated.holds('createConnector');
    expect(host.everything().now.mutations).toMatchObject([{ state: { status: 'pending', variables: { definition: 'stripe' } } }]);
    expect(JSON.stringify(gated.sandbox.requests)).toContain(KEY);
    expectNowhere(host, [KEY, ...gated.secrets()]);
    gated.open('createConnector');
    const last = faults.length === 0 ? 'onSuccess' : 'onError';
    await waitFor(() => expect([...host.callbacks()]).toEqual(expect.arrayContaining(['onMutate', last, 'onSettled'])), LONG);
    expectNowhere(host, [KEY, ...gated.secrets()]);
  });

  it.each(['approve', 'deny'] as const)('useOAuthConnect shows no input, state or secret while it waits and after: %s', async (decision) => {
    const host = nosyHost();
    const gated = createGatedSandbox(['initiateConnectorOAuth'], { generation: 'seed' });
    const visited = fakeWindow();
    const { result } = renderInProvider(useAll, { api: gated.api, queryClient: host.queryClient });
    act(() => result.current.signIn.mutate({ definition: 'zendesk-support', method: 'zendeskOAuth', values: { environment: { subdomain: SUBDOMAIN } } }));
    await gated.holds('initiateConnectorOAuth');
    expect(host.everything().now.mutations).toMatchObject([{ state: { status: 'pending', variables: { definition: 'zendesk-support' } } }]);
    expectNowhere(host, [SUBDOMAIN, ...gated.secrets()]);
    gated.open('initiateConnectorOAuth');
    await waitFor(() => expect(visited).toHaveLength(1), LONG);
    const back = gated.sandbox.decideConsent(visited[0] ?? '', decision);
    const state = land(back);
    const last = decision === 'approve' ? 'onSuccess' : 'onError';
    await waitFor(() => expect([...host.callbacks()]).toEqual(expect.arrayContaining(['onMutate', last, 'onSettled'])), LONG);
    const secretId = new URL(back).searchParams.get('secret_id');
    const secrets = [SUBDOMAIN, state.slice(state.indexOf('.') + 1), new URL(visited[0] ?? '').search.slice(1), ...(secretId === null ? [] : [secretId])];
    expectNowhere(host, [...secrets, ...gated.secrets()]);
    expect(gated.sandbox.connectors('ada')).toHaveLength(decision === 'approve' ? 1 : 0);
  });
});
