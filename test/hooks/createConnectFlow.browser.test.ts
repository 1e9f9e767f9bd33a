import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectError, Connector } from '../../src/core/index.js';
import { createConnectFlow } from '../../src/hooks/flow/createConnectFlow.js';
import type { ConnectEvent } from '../../src/hooks/index.js';
import { saveReturn, takeReturn } from '../../src/oauth/index.js';
import { connectorKeys } from '../../src/query/index.js';
import { eventually } from '../setup/eventually.js';
import { createMemoryApi } from './memoryApi.js';

const typed = { credentials: { api_key: 'marked-typed-key' } };

function start({ blocked = false } = {}) {
  const memory = createMemoryApi();
  const log: string[] = [];
  const events: ConnectEvent[] = [];
  const windows: { closed: boolean }[] = [];
  const block = { on: blocked };
  const queryClient = new QueryClient();
  const flow = createConnectFlow({
    api: memory.api,
    userKey: 'ada',
    queryClient,
    emit: (event) => events.push(event),
    openWindow: () => {
      log.push('open');
      if (block.on) return null;
      const handle = {
        closed: false,
        navigate: (url: string) => void log.push(`go ${new URL(url).pathname}`),
        focus: () => void log.push('focus'),
        close: () => {
          handle.closed = true;
        },
      };
      windows.push(handle);
      return handle;
    },
    leave: (url) => void log.push(`leave ${new URL(url).pathname}`),
  });
  const step = () => flow.getSnapshot().state.step;
  const until = (wanted: string) => eventually(() => expect(step()).toBe(wanted));
  const settled: (Connector | string)[] = [];
  const connect = (options?: Parameters<typeof flow.actions.connect>[0]) => {
    flow.actions.connect(options).then(
      (connector) => settled.push(connector),
      (error: ConnectError) => settled.push(error.code),
    );
  };
  return { ...memory, flow, actions: flow.actions, queryClient, log, events, windows, block, step, until, settled, connect };
}

const oauthForm = async (options?: { blocked?: boolean }) => {
  const run = start(options);
  run.connect({ definition: 'hubspot' });
  await run.until('configuring');
  return run;
};
const keyForm = async () => {
  const run = start();
  run.connect({ definition: 'stripe' });
  await run.until('configuring');
  return run;
};
const consentPath = '/consent-page-of-the-test';

let unhandled: PromiseRejectionEvent[] = [];
const note = (event: PromiseRejectionEvent) => unhandled.push(event);
beforeEach(() => {
  unhandled = [];
  window.addEventListener('unhandledrejection', note);
});
afterEach(() => {
  sessionStorage.clear();
  window.removeEventListener('unhandledrejection', note);
  expect(unhandled).toEqual([]);
});

describe('connecting by key', () => {
  it('stores, checks, and resolves with the connector', async () => {
    const { actions, until, settled, connectors, events, received } = await keyForm();
    actions.submit(typed);
    await until('connected');
    expect(received).toEqual([typed]);
    expect(settled).toEqual(connectors);
    expect(events.map(({ type }) => type)).toEqual(['opened', 'definition_selected', 'connected']);
  });

  it('stores what was typed when it is sent again after a failure', async () => {
    const { actions, fail, mend, until, settled, connectors, received } = await keyForm();
    fail('createConnector', 'upstream_unavailable');
    actions.submit(typed);
    await until('failed');
    mend('createConnector');
    actions.submit(typed);
    await until('connected');
    expect(settled).toEqual(connectors);
    expect(received).toEqual([typed, typed]);
  });

  describe('whose answer was lost', () => {
    const lost = async () => {
      const run = await keyForm();
      const queryKey = connectorKeys.list('ada', {});
      const read = () => run.queryClient.setQueryData(queryKey, []);
      read();
      run.fail('createConnector', 'network_unavailable');
      return { ...run, read, isOld: () => run.queryClient.getQueryState(queryKey)?.isInvalidated };
    };

    it('may be stored: the list is read again when the flow closes, and then no more', async () => {
      const { actions, connect, until, read, isOld } = await lost();
      actions.submit(typed);
      await until('failed');
      actions.back();
      expect(isOld()).toBe(false);
      actions.close();
      expect(isOld()).toBe(true);
      read();
      connect({});
      actions.close();
      expect(isOld()).toBe(false);
    });

    it.each(['create_unclear', 'internal'] as const)('may be stored, also where nobody can tell: %s', async (code) => {
      const { actions, fail, until, isOld } = await lost();
      fail('createConnector', code);
      actions.submit(typed);
      await until('failed');
      actions.close();
      expect(isOld()).toBe(true);
    });

    it('may be stored: the list is read again where the flow was closed before', async () => {
      const { actions, hold, until, isOld } = await lost();
      const gate = hold('createConnector');
      actions.submit(typed);
      await until('submitting');
      actions.close();
      expect(isOld()).toBe(false);
      gate.open();
      await eventually(() => expect(isOld()).toBe(true));
    });

    it('is not stored where the backend has refused it: the list is as it was', async () => {
      const { actions, fail, until, isOld } = await lost();
      fail('createConnector', 'upstream_refused');
      actions.submit(typed);
      await until('failed');
      actions.close();
      expect(isOld()).toBe(false);
    });
  });

  it('shows the form again and leaves no connector when the service refuses', async () => {
    const { actions, until, step, settled, connectors, flow, events } = await keyForm();
    actions.submit({ credentials: { api_key: 'invalid' } });
    await eventually(() => expect(flow.getSnapshot().state).toMatchObject({ step: 'configuring', error: { code: 'credentials_refused' } }));
    expect([connectors, settled]).toEqual([[], []]);
    expect(events.at(-1)).toEqual({ type: 'failed', code: 'credentials_refused' });
    actions.close();
    await eventually(() => expect(settled).toEqual(['flow_closed']));
    expect(step()).toBe('idle');
    await until('idle');
  });

  it.each(['close', 'back'] as const)('lets a running create end when left by %s, and removes what it stored', async (leave) => {
    const { actions, hold, connectors, count, until } = await keyForm();
    const gate = hold('createConnector');
    actions.submit(typed);
    await until('submitting');
    actions[leave]();
    gate.open();
    await eventually(() => expect([count('createConnector'), count('deleteConnector'), connectors.length]).toEqual([1, 1, 0]));
  });

  it('removes what was stored but not checked when closed, so that nothing half-made is left', async () => {
    const { actions, hold, connectors, until, count } = await keyForm();
    hold('checkConnector');
    actions.submit(typed);
    await until('checking');
    expect(connectors).toHaveLength(1);
    actions.close();
    await eventually(() => expect(connectors).toEqual([]));
    expect(count('deleteConnector')).toBe(1);
  });

  it('keeps a connector that could not be checked when it is left at that, and says that it is connected and not verified', async () => {
    const { actions, fail, connectors, events, settled, until, count } = await keyForm();
    fail('checkConnector', 'upstream_unavailable');
    actions.submit(typed);
    await until('failed');
    expect(settled).toEqual([]);
    actions.close();
    await until('idle');
    expect([connectors.length, count('deleteConnector')]).toEqual([1, 0]);
    expect(settled).toEqual(connectors);
    expect(events.slice(-2)).toMatchObject([{ type: 'connected', connector: connectors[0], verified: false }, { type: 'closed' }]);
  });

  it('keeps a connector that could not be checked, and tells of it, when its provider goes', async () => {
    const { flow, actions, fail, connectors, events, settled, step, until, count } = await keyForm();
    fail('checkConnector', 'upstream_unavailable');
    actions.submit(typed);
    await until('failed');
    flow.dispose();
    await eventually(() => expect(settled).toHaveLength(1));
    expect([settled, count('deleteConnector'), step()]).toEqual([connectors, 0, 'idle']);
    expect(events.at(-1)).toMatchObject({ type: 'connected', connector: connectors[0], verified: false });
  });

  it.each(['back', 'connectAnother'] as const)('removes a connector that could not be checked when the person leaves by %s', async (leave) => {
    const { actions, fail, connectors, until } = await keyForm();
    fail('checkConnector', 'upstream_unavailable');
    actions.submit(typed);
    await until('failed');
    expect(connectors).toHaveLength(1);
    actions[leave]();
    await eventually(() => expect(connectors).toEqual([]));
  });

  it('keeps a connector that could not be checked, and checks it again', async () => {
    const { actions, fail, mend, connectors, until, count } = await keyForm();
    fail('checkConnector', 'upstream_unavailable');
    actions.submit(typed);
    await until('failed');
    mend('checkConnector');
    actions.retry();
    await until('connected');
    expect([connectors.length, count('createConnector')]).toEqual([1, 1]);
  });

  it('holds nothing that was typed in its state or its events', async () => {
    const { actions, hold, flow, until, events } = await keyForm();
    const gate = hold('createConnector');
    actions.submit(typed);
    await until('submitting');
    expect(JSON.stringify([flow.getSnapshot(), events])).not.toContain('marked');
    gate.open();
    await until('connected');
    expect(JSON.stringify([flow.getSnapshot(), events])).not.toContain('marked');
  });
});

describe('the promise of connect()', () => {
  it('rejects when another flow is opened', async () => {
    const { connect, settled } = await keyForm();
    connect({ definition: 'hubspot' });
    await eventually(() => expect(settled).toEqual(['flow_closed']));
  });

  it('rejects when the provider goes', async () => {
    const { flow, settled } = await keyForm();
    flow.dispose();
    await eventually(() => expect(settled).toEqual(['flow_closed']));
  });

  it('stays resolved when the person closes the last screen', async () => {
    const { actions, until, settled, connectors } = await keyForm();
    actions.submit(typed);
    await until('connected');
    actions.close();
    await until('idle');
    expect(settled).toEqual(connectors);
  });

  it('tells onConnected of each connector, also after "connect another"', async () => {
    const run = start();
    const heard: string[] = [];
    run.connect({ definition: 'stripe', onConnected: ({ id }) => heard.push(id) });
    for (const _ of ['first', 'second']) {
      await run.until('configuring');
      run.actions.submit(typed);
      await run.until('connected');
      run.actions.connectAnother();
    }
    expect(heard).toEqual(['ada-1', 'ada-2']);
  });

  it('closes instead of showing a picker that the host did not ask for', async () => {
    const { actions, step, settled } = await keyForm();
    actions.back();
    expect(step()).toBe('idle');
    await eventually(() => expect(settled).toEqual(['flow_closed']));
  });

  it('rejects for a definition that does not load, once closed', async () => {
    const { connect, until, actions, settled } = start();
    connect({ definition: 'unknown' });
    await until('failed');
    expect(settled).toEqual([]);
    actions.close();
    await eventually(() => expect(settled).toEqual(['flow_closed']));
  });
});

describe('a host that acts on the flow when it hears of a connector', () => {
  const hearing = async (act: (run: ReturnType<typeof start>) => void) => {
    const run = start();
    const heard: string[] = [];
    const onConnected = ({ id }: Connector) => {
      heard.push(id);
      act(run);
    };
    run.connect({ definition: 'stripe', onConnected });
    await run.until('configuring');
    return { ...run, heard, types: () => run.events.map(({ type }) => type) };
  };
  const next = (run: ReturnType<typeof start>) => run.connect({ definition: 'hubspot' });
  const closes = ({ actions }: ReturnType<typeof start>) => actions.close();

  it('opens the next flow as one that could not be checked is left at that', async () => {
    const { actions, fail, until, settled, heard, types, connectors } = await hearing(next);
    fail('checkConnector', 'upstream_unavailable');
    actions.submit(typed);
    await until('failed');
    actions.close();
    await until('configuring');
    expect([heard, settled]).toEqual([['ada-1'], connectors]);
    expect(types().slice(3)).toEqual(['connected', 'closed', 'opened', 'definition_selected']);
  });

  it('opens the next flow as one is found to work', async () => {
    const { actions, until, settled, heard, types, connectors } = await hearing(next);
    actions.submit(typed);
    await eventually(() => expect(heard).toEqual(['ada-1']));
    await until('configuring');
    expect(settled).toEqual(connectors);
    expect(types().slice(2)).toEqual(['connected', 'closed', 'opened', 'definition_selected']);
  });

  it('closes once, as one that could not be checked is left at that', async () => {
    const { actions, fail, until, step, heard, types } = await hearing(closes);
    fail('checkConnector', 'upstream_unavailable');
    actions.submit(typed);
    await until('failed');
    actions.close();
    expect([step(), heard, types().slice(3)]).toEqual(['idle', ['ada-1'], ['connected', 'closed']]);
  });

  it('closes as one is found to work', async () => {
    const { actions, until, heard, types, settled, connectors } = await hearing(closes);
    actions.submit(typed);
    await eventually(() => expect(heard).toEqual(['ada-1']));
    await until('idle');
    expect([types().slice(2), settled]).toEqual([['connected', 'closed'], connectors]);
  });
});

describe('signing in', () => {
  it('opens the window in the click, before anything is awaited or asked', async () => {
    const { actions, log, count } = await oauthForm();
    actions.authorise({});
    // Still in the same task as the click.
    expect([log, count('startAttempt')]).toEqual([['open'], 1]);
    await eventually(() => expect(log).toEqual(['open', `go ${consentPath}`]));
    actions.close();
  });

  it('is connected when the attempt is, and closes the window', async () => {
    const { actions, settle, add, until, windows, settled, events, count } = await oauthForm();
    actions.authorise({});
    await eventually(() => expect(events.at(-1)).toMatchObject({ type: 'attempt_started' }));
    const { hubspot } = await import('./memoryApi.js');
    settle({ status: 'connected', connector: add(hubspot) });
    window.dispatchEvent(new Event('focus'));
    await until('connected');
    expect(windows.map(({ closed }) => closed)).toEqual([true]);
    expect([settled.length, count('checkConnector')]).toEqual([1, 1]);
  });

  it('leaves the window of a sign-in that was replaced: its consent may be given already, and only its callback takes back what that has made', async () => {
    const { actions, settle, until, windows, events } = await oauthForm();
    actions.authorise({});
    await eventually(() => expect(events.at(-1)).toMatchObject({ type: 'attempt_started' }));
    settle({ status: 'failed', error: { code: 'attempt_replaced' } });
    window.dispatchEvent(new Event('focus'));
    await until('failed');
    expect(windows[0]?.closed).toBe(false);
  });

  it('says why it failed, leaves the window that says so too until the next one opens, and leads back', async () => {
    const { actions, settle, until, windows, flow, events, step } = await oauthForm();
    actions.authorise({});
    await eventually(() => expect(events.at(-1)).toMatchObject({ type: 'attempt_started' }));
    settle({ status: 'failed', error: { code: 'oauth_denied' } });
    window.dispatchEvent(new Event('focus'));
    await until('failed');
    expect(flow.getSnapshot().state).toMatchObject({ from: 'authorising', error: { code: 'oauth_denied' } });
    expect(windows[0]?.closed).toBe(false);
    actions.retry();
    expect(step()).toBe('configuring');
    actions.authorise({});
    expect(windows.map(({ closed }) => closed)).toEqual([true, false]);
  });

  it('goes no further than a blank window when the consent address is refused', async () => {
    const { actions, consentAt, until, log, windows, flow } = await oauthForm();
    consentAt('javascript:alert(1)');
    actions.authorise({});
    await until('failed');
    expect(flow.getSnapshot().state).toMatchObject({ error: { code: 'consent_url_refused' } });
    expect([log, windows[0]?.closed]).toEqual([['open'], true]);
  });

  it('closes the blank window when the attempt does not start', async () => {
    const { actions, fail, until, windows } = await oauthForm();
    fail('startAttempt', 'definition_not_enabled');
    actions.authorise({});
    await until('failed');
    expect(windows[0]?.closed).toBe(true);
  });

  it('offers the tab when the window is blocked, notes where to come back to, and leaves', async () => {
    const { actions, flow, log, events } = await oauthForm({ blocked: true });
    actions.authorise({});
    await eventually(() => expect(flow.getSnapshot().state).toMatchObject({ window: 'blocked', attemptId: 'attempt-ada-0001' }));
    expect(events).toContainEqual({ type: 'window_blocked' });
    actions.continueInTab();
    expect(log.at(-1)).toBe(`leave ${consentPath}`);
    expect(JSON.parse(sessionStorage.getItem('ack:attempt-ada-0001') ?? 'null')).toMatchObject({
      attemptId: 'attempt-ada-0001',
      definition: 'def-hubspot',
      method: 'oauth2',
      returnUrl: location.pathname + location.search + location.hash,
    });
    actions.close();
    expect(sessionStorage.getItem('ack:attempt-ada-0001')).toBeNull();
  });

  it('leaves by the tab as soon as the attempt has started, when asked before', async () => {
    const { actions, log, hold } = await oauthForm({ blocked: true });
    const gate = hold('startAttempt');
    actions.authorise({});
    actions.continueInTab();
    expect(log).toEqual(['open']);
    gate.open();
    await eventually(() => expect(log.at(-1)).toBe(`leave ${consentPath}`));
    actions.close();
  });

  it('opens the window again for the same attempt, in the click', async () => {
    const { actions, log, windows, count, events } = await oauthForm();
    actions.authorise({});
    await eventually(() => expect(events.at(-1)).toMatchObject({ type: 'attempt_started' }));
    if (windows[0] !== undefined) windows[0].closed = true;
    actions.showWindow();
    expect(log).toEqual(['open', `go ${consentPath}`, 'open', `go ${consentPath}`]);
    actions.showWindow();
    expect(log.at(-1)).toBe('focus');
    expect(count('startAttempt')).toBe(1);
    actions.close();
  });

  it('replaces the attempt when begun anew', async () => {
    const { actions, events, windows, count, until } = await oauthForm();
    actions.authorise({});
    await eventually(() => expect(events.at(-1)).toMatchObject({ type: 'attempt_started' }));
    actions.back();
    await until('configuring');
    actions.authorise({});
    expect([count('startAttempt'), windows.map(({ closed }) => closed)]).toEqual([2, [true, false]]);
    actions.close();
  });

  it('goes on after a sign-in in the same tab', async () => {
    const { flow, settle, add, until, log } = start();
    const { hubspot } = await import('./memoryApi.js');
    settle({ status: 'connected', connector: add(hubspot) });
    flow.resume({
      attemptId: 'attempt-ada-0001',
      definition: 'hubspot',
      method: 'oauth2',
      returnUrl: '/',
      surface: 'dialog',
      values: { environment: { subdomain: 'acme' } },
    });
    await until('connected');
    expect(flow.getSnapshot().initialValues).toEqual({ environment: { subdomain: 'acme' } });
    expect(log).toEqual([]);
  });

  it('says why a sign-in in the same tab failed', async () => {
    const { flow, settle, until } = start();
    settle({ status: 'failed', error: { code: 'oauth_denied' } });
    flow.resume({ attemptId: 'attempt-ada-0001', definition: 'hubspot', method: 'oauth2', returnUrl: '/', surface: 'dialog', values: {} });
    await until('failed');
    expect(flow.getSnapshot().state).toMatchObject({ from: 'authorising', error: { code: 'oauth_denied' } });
  });

  it('stores no way back while the sign-in goes on in a window', async () => {
    const { actions, block, events, flow } = await oauthForm({ blocked: true });
    actions.authorise({});
    await eventually(() => expect(events.at(-1)).toMatchObject({ type: 'attempt_started' }));
    actions.continueInTab();
    expect(sessionStorage).toHaveLength(1);
    block.on = false;
    actions.reopen();
    expect(sessionStorage).toHaveLength(0);
    expect(flow.getSnapshot().state).toMatchObject({ window: 'open' });
    actions.close();
    saveReturn({ attemptId: 'x', definition: 'd', method: 'm', returnUrl: '/', surface: 'dialog', values: {} });
    expect(takeReturn()).toBeNull();
  });
});
