import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConnectApi, Connector } from '../../src/core/index.js';
import { createConnectFlow } from '../../src/hooks/flow/createConnectFlow.js';
import { createLazyFlow } from '../../src/hooks/flow/lazyFlow.js';
import { channelName, takeReturn } from '../../src/oauth/index.js';
import { passReturn } from '../../src/oauth/returnPoint.js';
import { connectorKeys } from '../../src/query/index.js';
import { eventually } from '../setup/eventually.js';
import { createMemoryApi, hubspot } from './memoryApi.js';

const stops: (() => void)[] = [];
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] }));
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  vi.useRealTimers();
  sessionStorage.clear();
});

const point = { definition: 'hubspot', method: 'oauth2', returnUrl: location.pathname, surface: 'dialog', values: {} } as const;
const attemptId = 'attempt-ada-0001';
const state = `${attemptId}.${'r'.repeat(43)}`;
const OPEN_MS = 20_000;
const soon = () => vi.advanceTimersByTimeAsync(0);

async function start({ survivesRedirect = true, blocked = true, memory = createMemoryApi() } = {}) {
  const left: string[] = [];
  const order: string[] = [];
  const returns: (string | undefined)[] = [];
  const api: ConnectApi = {
    ...memory.api,
    survivesRedirect,
    async startAttempt(...input) {
      order.push('startAttempt');
      returns.push(input[0].returnTo);
      return { ...(await memory.api.startAttempt(...input)), expiresAt: new Date(Date.now() + OPEN_MS).toISOString() };
    },
  };
  const queryClient = new QueryClient();
  const flow = createConnectFlow({
    api,
    userKey: 'ada',
    queryClient,
    emit: () => undefined,
    openWindow() {
      order.push('open');
      return blocked ? null : { closed: false, navigate: () => order.push('navigate'), focus: () => undefined, close: () => order.push('close') };
    },
    leave: (url) => left.push(url),
  });
  stops.push(flow.dispose);
  const settled: string[] = [];
  const connect = async () => {
    flow.actions.connect({ definition: 'hubspot' }).then(
      ({ name }) => settled.push(name),
      ({ code }) => settled.push(code),
    );
    await soon();
  };
  const snapshot = () => flow.getSnapshot();
  return { ...memory, memory, flow, actions: flow.actions, left, order, returns, connect, snapshot, queryClient, settled };
}

describe('the ways to the consent page', () => {
  it('opens the window before the backend is asked, and before anything is awaited', async () => {
    const { actions, connect, order } = await start({ blocked: false });
    await connect();
    actions.authorise({});
    expect(order).toEqual(['open', 'startAttempt']);
  });

  it.each([
    ['a window that opened', { blocked: false }, location.pathname + location.search],
    ['a window that was blocked', { blocked: true }, location.pathname + location.search],
    ['attempts that do not survive a redirect', { survivesRedirect: false }, undefined],
  ])('tell the backend where a tab could come back to: %s', async (_, given, expected) => {
    const { actions, connect, returns } = await start(given);
    await connect();
    actions.authorise({});
    await soon();
    expect(returns).toEqual([expected]);
  });

  it('gives the link where the page could not be left, and takes it back when a window opens', async () => {
    const { actions, connect, left, snapshot } = await start();
    await connect();
    actions.authorise({});
    await soon();
    expect(snapshot()).toMatchObject({ state: { window: 'blocked' } });
    expect(snapshot().consentUrl).toBeUndefined();
    actions.continueInTab();
    expect(left).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(snapshot().consentUrl).toBe(left[0]);
    actions.back();
    expect(snapshot().consentUrl).toBeUndefined();
  });

  it('gives the link at once where attempts live in the page', async () => {
    const { actions, connect, left, snapshot } = await start({ survivesRedirect: false });
    await connect();
    actions.authorise({});
    await soon();
    expect(snapshot().consentUrl).toMatch(/^https?:/);
    actions.continueInTab();
    expect(left).toEqual([]);
  });

  it('stays where the way back can not be noted, and gives the link', async () => {
    const { actions, connect, left, snapshot } = await start();
    await connect();
    actions.authorise({});
    await soon();
    const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('Full.', 'QuotaExceededError');
    });
    actions.continueInTab();
    full.mockRestore();
    expect([left, snapshot().consentUrl]).toEqual([[], expect.stringMatching(/^https?:/)]);
  });
});

describe('a ticket', () => {
  it('goes over the same tab in storage only, and completes once with what the callback page read', async () => {
    const memory = createMemoryApi();
    memory.giveTicket('marked-ticket');
    const { actions, connect, snapshot } = await start({ memory });
    await connect();
    actions.authorise({});
    await soon();
    expect(JSON.stringify([snapshot(), { ...sessionStorage }])).not.toContain('marked');
    actions.continueInTab();
    expect(JSON.stringify({ ...sessionStorage })).toContain('marked-ticket');
    expect(passReturn(attemptId, { state, params: { secret_id: 'marked-secret-id' } }).holds).toBe(true);

    const back = await start({ memory });
    const noted = takeReturn();
    if (noted === null) throw new Error('Nothing was noted.');
    memory.settle({ status: 'connected', connector: memory.add(hubspot) });
    back.flow.resume(noted);
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('marked');
    await soon();
    await eventually(() => expect(back.snapshot().state.step).toBe('connected'));
    expect(memory.completions).toEqual([{ attemptId, state, params: { secret_id: 'marked-secret-id' }, ticket: 'marked-ticket' }]);
    expect(JSON.stringify(back.snapshot())).not.toContain('marked');
  });
});

describe('a sign-in that is late or left', () => {
  it('turns connected when it ends well after it was called expired', async () => {
    const { actions, connect, snapshot, settle, add, settled } = await start({ blocked: false });
    await connect();
    actions.authorise({});
    await soon();
    await vi.advanceTimersByTimeAsync(OPEN_MS + 1_000);
    expect(snapshot().state).toMatchObject({ step: 'failed', error: { code: 'attempt_expired' } });
    settle({ status: 'connected', connector: add(hubspot) });
    await vi.advanceTimersByTimeAsync(6_000);
    expect([snapshot().state.step, settled]).toEqual(['connected', ['HubSpot of ada']]);
  });

  it('connects nothing behind the form of somebody who has begun again', async () => {
    const { actions, connect, snapshot, settle, add, settled } = await start({ blocked: false });
    await connect();
    actions.authorise({});
    await soon();
    await vi.advanceTimersByTimeAsync(OPEN_MS + 1_000);
    actions.retry();
    settle({ status: 'connected', connector: add(hubspot) });
    await vi.advanceTimersByTimeAsync(6_000);
    expect([snapshot().state.step, settled]).toEqual(['configuring', []]);
  });

  it('is in the list when it ends well after it was cancelled', async () => {
    const { actions, connect, queryClient } = await start({ blocked: false });
    await connect();
    actions.authorise({});
    await soon();
    actions.close();
    queryClient.setQueryData<Connector[]>(connectorKeys.list('ada', {}), []);
    const isOld = () => queryClient.getQueryState(connectorKeys.list('ada', {}))?.isInvalidated;
    expect(isOld()).toBe(false);
    window.dispatchEvent(new MessageEvent('message', { origin: location.origin, data: { type: 'ack:outcome', attemptId, outcome: 'connected' } }));
    expect(isOld()).toBe(true);
    queryClient.setQueryData<Connector[]>(connectorKeys.list('ada', {}), []);
    const channel = new BroadcastChannel(channelName(attemptId));
    channel.postMessage('anything');
    channel.close();
    window.dispatchEvent(new Event('focus'));
    expect(isOld(), 'it has ended: nobody asks any more').toBe(false);
  });

  it('goes on when its definition could not be loaded at first', async () => {
    const { flow, actions, snapshot, fail, mend, settle, add } = await start();
    fail('getDefinition', 'definition_not_enabled');
    flow.resume({ ...point, attemptId });
    await soon();
    expect(snapshot().state).toMatchObject({ step: 'failed', from: 'loading' });
    mend('getDefinition');
    settle({ status: 'connected', connector: add(hubspot) });
    actions.retry();
    await soon();
    await eventually(() => expect(snapshot().state.step).toBe('connected'));
  });

  it.each([
    { name: 'a service, and has no picker behind it', asked: { definition: 'hubspot' }, hasPicker: false, backTo: 'idle', next: 'configuring' },
    { name: 'the picker, and leads back to it', asked: {}, hasPicker: true, backTo: 'picking', next: 'picking' },
  ])('goes on as the flow that began with $name', async ({ asked, hasPicker, backTo, next }) => {
    const before = await start();
    before.actions.ensureOpen(asked);
    await soon();
    if (hasPicker) before.actions.pick('hubspot');
    await eventually(() => expect(before.snapshot().state.step).toBe('configuring'));
    before.actions.authorise({});
    await soon();
    before.actions.continueInTab();
    expect(before.left).toHaveLength(1);
    passReturn(attemptId, { state, params: {} });
    const noted = takeReturn();
    if (noted === null) throw new Error('Nothing was noted.');

    const denied = await start();
    denied.settle({ status: 'failed', error: { code: 'oauth_denied' } });
    denied.flow.resume(noted);
    await eventually(() => expect(denied.snapshot().state.step).toBe('failed'));
    expect(denied.snapshot().hasPicker).toBe(hasPicker);
    denied.actions.back();
    denied.actions.back();
    expect(denied.snapshot().state.step).toBe(backTo);

    const allowed = await start();
    allowed.settle({ status: 'connected', connector: allowed.add(hubspot) });
    allowed.flow.resume(noted);
    await eventually(() => expect(allowed.snapshot().state.step).toBe('connected'));
    allowed.actions.connectAnother();
    await eventually(() => expect(allowed.snapshot().state.step).toBe(next));
    expect(allowed.snapshot().hasPicker).toBe(hasPicker);
  });

  it('tells whoever shows the flow in the page, though the sign-in has opened it', async () => {
    const { flow, actions, settle, add } = await start();
    const heard: string[] = [];
    settle({ status: 'connected', connector: add(hubspot) });
    flow.resume({ ...point, attemptId });
    actions.ensureOpen({ onConnected: ({ name }) => heard.push(name) });
    await eventually(() => expect(heard).toEqual(['HubSpot of ada']));
  });

  it('is begun anew, in a window, when it is still open after the tab came back', async () => {
    const { flow, actions, snapshot, order, starts } = await start({ blocked: false });
    flow.resume({ ...point, attemptId: 'attempt-of-the-tab', reconnects: { id: 'c1', name: 'Acme' } });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(snapshot().state).toMatchObject({ step: 'authorising', window: 'maybe_closed' });
    actions.reopen();
    await soon();
    expect(order).toEqual(['open', 'startAttempt', 'navigate']);
    expect(starts).toMatchObject([{ name: 'Acme', replaces: 'c1' }]);
  });
});

describe('connect() of a flow whose provider is gone', () => {
  it('rejects at once, loads nothing, and works again when it is drawn again', async () => {
    const load = vi.fn(() => import('../../src/hooks/flow/engine.js'));
    const flow = createLazyFlow({ api: createMemoryApi().api, userKey: 'ada', queryClient: new QueryClient(), emit: () => undefined }, load);
    flow.dispose();
    await expect(flow.actions.connect()).rejects.toMatchObject({ code: 'flow_closed' });
    flow.actions.ensureOpen();
    expect([load.mock.calls.length, flow.getSnapshot().state.step]).toEqual([0, 'idle']);
    flow.revive();
    const connected = flow.actions.connect();
    await eventually(() => expect(flow.getSnapshot().state.step).toBe('picking'));
    flow.dispose();
    await expect(connected).rejects.toMatchObject({ code: 'flow_closed' });
  });
});
