import { QueryClient } from '@tanstack/react-query';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createBackendClient } from '../../src/backend/index.js';
import { createConnectFlow } from '../../src/hooks/flow/createConnectFlow.js';
import type { ConnectOptions } from '../../src/hooks/index.js';
import { harbour } from '../../stories/fixtures/harbour.js';
import { callbackOf, complete, createWorld, type WorldOptions } from '../server/world.js';
import { eventually } from '../setup/eventually.js';
import { createFakePage } from './model/fakePage.js';

const page = createFakePage();
beforeAll(() => page.install());
afterEach(() => page.die());
afterAll(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const LONG_NAME = 'Harbour '.repeat(30).trim();
const stripeKey = (key: string) => ({ credentials: { api_key: key }, replication_config: { account_id: 'acct_1' } });
const zendeskKey = (key: string) => ({ credentials: { email: 'ada@example.com', api_token: key }, environment: { subdomain: 'acme' } });

/** A flow before a real handler, whose Airbyte goes on listing what it was told to remove: the clock stands. */
function start(options: WorldOptions = {}) {
  const world = createWorld(options);
  const browser = world.browser('ada');
  const endpoint = 'https://api.host.example/api/airbyte';
  /** Requests to paths that end so are held back until they are let go. */
  const gate: { path: string | null; open: () => void } = { path: null, open: () => undefined };
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const path = String(input).replace(endpoint, '');
    const response = await browser.call(init?.method ?? 'GET', path, {
      // SAFETY: the client sends plain header objects.
      headers: init?.headers as Record<string, string>,
      ...(init?.body == null ? {} : { raw: init.body }),
    });
    if (gate.path !== null && path.endsWith(gate.path)) {
      gate.path = null;
      await new Promise<void>((resolve) => {
        gate.open = resolve;
      });
    }
    return response;
  };
  const visited: string[] = [];
  const flow = createConnectFlow({
    api: createBackendClient({ endpoint, fetch }),
    userKey: 'ada',
    queryClient: new QueryClient(),
    emit: () => undefined,
    openWindow: () => ({ closed: false, navigate: (url) => void visited.push(url), focus: () => undefined, close: () => undefined }),
  });
  const state = () => flow.getSnapshot().state;
  const until = (...steps: string[]) => eventually(() => expect(steps).toContain(state().step));
  const form = async (asked: ConnectOptions, method: string) => {
    flow.actions.connect(asked).catch(() => undefined);
    await until('choosingMethod', 'configuring');
    flow.actions.chooseMethod(method);
    await until('configuring');
  };
  /** Types a key into a form that is there, and waits for the verdict. */
  const submit = async (key: string) => {
    const now = state();
    flow.actions.submit('definition' in now && now.definition.slug === 'stripe' ? stripeKey(key) : zendeskKey(key));
    await until('connected', 'configuring');
  };
  const connect = async (key: string, asked: ConnectOptions = { definition: 'stripe' }) => {
    await form(asked, 'bearerAuth');
    await submit(key);
  };
  const names = () => world.sandbox.connectors('ada').map(({ name }) => name);
  return { ...world, browser, gate, actions: flow.actions, state, until, form, submit, connect, names, visited };
}

describe('the account after a refused key', () => {
  it('is called as it would have been called without the refusals, and so is the one after it', async () => {
    const { clock, connect, submit, names, state } = start();
    await connect('sk_test_invalid');
    expect(state()).toMatchObject({ error: { code: 'credentials_refused' } });
    await submit('sk_test_invalid_too');
    await submit('sk_test_good');
    expect(names()).toEqual(['Stripe']);
    clock.advance(1_000);
    await connect('sk_test_good');
    expect(names()).toEqual(['Stripe', 'Stripe 2']);
  });

  it('is so in a flow that was closed and opened again', async () => {
    const { actions, connect, names } = start();
    await connect('sk_test_invalid');
    actions.close();
    await connect('sk_test_good');
    expect(names()).toEqual(['Stripe']);
  });

  it.each(['current', 'seed'] as const)('is so where it signs in instead (%s generation)', async (generation) => {
    const { sandbox, browser, actions, form, submit, until, names, visited } = start({ generation });
    await form({ definition: 'zendesk-support' }, 'zendeskAPIToken');
    await submit('invalid');
    actions.back();
    actions.chooseMethod('zendeskOAuth');
    actions.authorise({ environment: { subdomain: 'acme' } });
    await eventually(() => expect(visited).toHaveLength(1));
    await complete(browser, callbackOf(await sandbox.decideConsent(visited[0] ?? '', 'approve')));
    page.focus();
    await until('connected');
    expect(names()).toEqual(['Zendesk Support']);
  });

  it('leaves a connector of another service alone', async () => {
    const { connect, form, submit, names } = start();
    await connect('sk_test_invalid');
    await form({ definition: 'zendesk-support' }, 'zendeskAPIToken');
    await submit('good');
    expect(names()).toEqual(['Zendesk Support']);
  });
});

describe('an account after one that was left while it was', () => {
  it.each([
    ['made', '/connectors', 'submitting'],
    ['tried', '/check', 'checking'],
  ])('%s is called as it would have been called without it', async (_while, path, step) => {
    const { actions, gate, form, submit, until, names } = start();
    await form({ definition: 'stripe' }, 'bearerAuth');
    gate.path = path;
    actions.submit(stripeKey('sk_test_good'));
    await until(step);
    await eventually(() => expect(gate.path).toBeNull());
    actions.back();
    gate.open();
    await eventually(() => expect(names()).toEqual([]));
    await submit('sk_test_good');
    expect(names()).toEqual(['Stripe']);
  });
});

it('an account has the name that Airbyte makes where the one before had one that is longer than a backend takes', async () => {
  const { actions, gate, form, until, names } = start({ sandbox: { definitions: [{ ...harbour, name: LONG_NAME }] } });
  const values = { replication_config: { port: 'north', credentials: { auth_type: 'token', token: 'tok_1' } } };
  await form({ definition: harbour.id }, 'token');
  gate.path = '/check';
  actions.submit(values);
  await until('checking');
  await eventually(() => expect(gate.path).toBeNull());
  actions.back();
  gate.open();
  await eventually(() => expect(names()).toEqual([]));
  actions.submit(values);
  await until('connected', 'unverified');
  expect(names()).toEqual([`${LONG_NAME} 2`]);
});

it('new credentials leave no name behind, refused or not', async () => {
  const { clock, browser, connect, names } = start();
  await connect('sk_test_good');
  const { connectors } = await (await browser.call('GET', '/connectors')).json();
  await browser.call('PATCH', `/connectors/${connectors[0].id}`, { body: { name: 'Acme' } });
  const reconnect = { ...connectors[0], name: 'Acme' };
  await connect('sk_test_invalid', { reconnect });
  await connect('sk_test_good', { reconnect });
  clock.advance(1_000);
  await connect('sk_test_good');
  expect(names()).toEqual(['Acme', 'Stripe 2']);
});
