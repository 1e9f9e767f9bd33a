import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it } from 'vitest';
import { type ConnectError, type Connector, readCallbackAddress } from '../../src/core/index.js';
import { createConnectFlow } from '../../src/hooks/flow/createConnectFlow.js';
import { completeCallback } from '../../src/oauth/index.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { eventually } from '../setup/eventually.js';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

function start({ generation = 'current' as 'current' | 'seed', blocked = false } = {}) {
  const sandbox = createSandbox({ deleteDelay: 0 });
  const visited: string[] = [];
  const flow = createConnectFlow({
    api: sandbox.connectApi({ userId: 'ada', generation }),
    userKey: 'ada',
    queryClient: new QueryClient(),
    emit: () => undefined,
    openWindow: () => (blocked ? null : { closed: false, navigate: (url) => void visited.push(url), focus: () => undefined, close: () => undefined }),
    leave: (url) => void visited.push(url),
  });
  stops.push(flow.dispose);
  const settled: (Connector | string)[] = [];
  const connect = (definition: string) =>
    flow.actions.connect({ definition }).then(
      (connector) => settled.push(connector),
      (error: ConnectError) => settled.push(error.code),
    );
  const state = () => flow.getSnapshot().state;
  const until = (step: string) => eventually(() => expect(state().step).toBe(step));
  const choose = async (kind: 'key' | 'oauth') => {
    await eventually(() => expect(['choosingMethod', 'configuring']).toContain(state().step));
    const now = state();
    if (now.step === 'choosingMethod') flow.actions.chooseMethod(now.definition.methods.find((method) => method.kind === kind)?.key ?? '');
    await until('configuring');
  };
  /** What a person does in the window: decides, and lands on the callback page. */
  const decide = async (decision: 'approve' | 'deny') => {
    await eventually(() => expect(visited).toHaveLength(1));
    return sandbox.decideConsent(visited[0] ?? '', decision);
  };
  return { sandbox, flow, actions: flow.actions, settled, connect, state, until, choose, decide, visited };
}

/** The callback page in the window: its opener is this page. */
const land = (href: string) => {
  const page = { location: { href, origin: location.origin }, history: { state: null, replaceState: () => undefined }, opener: null, close: () => undefined };
  // SAFETY: the parts of a window that the callback page touches. Without an opener, as after COOP: the channel alone must do.
  return completeCallback({ endpoint: null, href, page: page as unknown as Window });
};

describe('the flow over an Airbyte in memory', () => {
  it('connects by key', async () => {
    const { sandbox, actions, settled, connect, until, choose } = start();
    connect('stripe');
    await choose('key');
    actions.submit({ credentials: { api_key: 'sk_test_1' }, replication_config: { account_id: 'acct_1' } });
    await until('connected');
    expect(settled).toMatchObject([{ definition: { name: 'Stripe' } }]);
    expect(sandbox.connectors('ada')).toHaveLength(1);
  });

  it('leaves no connector of a refused key', async () => {
    const { sandbox, actions, connect, choose, state } = start();
    connect('stripe');
    await choose('key');
    actions.submit({ credentials: { api_key: 'sk_invalid' }, replication_config: { account_id: 'acct_1' } });
    await eventually(() => expect(state()).toMatchObject({ step: 'configuring', error: { code: 'credentials_refused' } }));
    expect(sandbox.connectors()).toEqual([]);
  });

  it.each(['current', 'seed'] as const)('signs in with the opener cut off, in the %s generation', async (generation) => {
    const { sandbox, actions, connect, until, choose, decide, settled } = start({ generation });
    connect('hubspot');
    await choose('oauth');
    actions.authorise({});
    await land(await decide('approve'));
    await until('connected');
    expect(settled).toMatchObject([{ definition: { name: 'HubSpot' } }]);
    expect(sandbox.connectors('ada')).toHaveLength(1);
  });

  it.each(['current', 'seed'] as const)('finishes once when the callback comes twice, in the %s generation', async (generation) => {
    const { sandbox, actions, connect, until, choose, decide } = start({ generation });
    connect('hubspot');
    await choose('oauth');
    actions.authorise({});
    const href = await decide('approve');
    await Promise.all([land(href), land(href)]);
    const { attemptId, state, params } = readCallbackAddress(href);
    window.dispatchEvent(new MessageEvent('message', { data: { type: 'ack:params', attemptId, state, params }, origin: location.origin }));
    await until('connected');
    expect(sandbox.connectors('ada')).toHaveLength(1);
  });

  it('says that access was denied, and leaves nothing', async () => {
    const { sandbox, actions, connect, until, choose, decide, state } = start();
    connect('hubspot');
    await choose('oauth');
    actions.authorise({});
    await land(await decide('deny'));
    await until('failed');
    expect(state()).toMatchObject({ error: { code: 'oauth_denied' } });
    expect(sandbox.connectors()).toEqual([]);
    actions.retry();
    expect(state().step).toBe('configuring');
  });

  it('asks Zendesk’s subdomain before consent', async () => {
    const { sandbox, actions, connect, until, choose, decide } = start();
    connect('zendesk-support');
    await choose('oauth');
    actions.authorise({ environment: { subdomain: 'acme' } });
    await land(await decide('approve'));
    await until('connected');
    expect(sandbox.connectors('ada')).toHaveLength(1);
  });

  it('gives the consent page as a link where no window opens and the page can not be left, and counts a sign-in that ends there', async () => {
    const { sandbox, flow, actions, connect, until, choose, state, visited } = start({ blocked: true });
    connect('hubspot');
    await choose('oauth');
    actions.authorise({});
    expect(state()).toMatchObject({ step: 'authorising', window: 'blocked' });
    await eventually(() => expect(flow.getSnapshot().consentUrl).toBeDefined());
    actions.continueInTab();
    expect(visited).toEqual([]);
    await land(await sandbox.decideConsent(flow.getSnapshot().consentUrl ?? '', 'approve'));
    await until('connected');
    expect(flow.getSnapshot().consentUrl).toBeUndefined();
  });
});
