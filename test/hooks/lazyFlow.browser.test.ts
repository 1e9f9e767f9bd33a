import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ConnectError } from '../../src/core/index.js';
import { createLazyFlow, loadFlow } from '../../src/hooks/flow/lazyFlow.js';
import type { ConnectOptions } from '../../src/hooks/flow/types.js';
import { type ReturnPoint, saveReturn } from '../../src/oauth/index.js';
import { passReturn } from '../../src/oauth/returnPoint.js';
import { eventually } from '../setup/eventually.js';
import { createGate, createMemoryApi, hubspot, type MemoryApi } from './memoryApi.js';

afterEach(() => sessionStorage.clear());

/** A flow whose script arrives when the test opens the gate, and not at all while `offline`. */
function start({ surface = 'dialog', memory = createMemoryApi() }: { surface?: ReturnPoint['surface']; memory?: MemoryApi } = {}) {
  const gate = createGate();
  const network = { offline: false };
  const events: string[] = [];
  const load = vi.fn(async () => {
    await gate.opened;
    if (network.offline) throw new TypeError('Failed to fetch dynamically imported module');
    return loadFlow();
  });
  const opened: string[] = [];
  const flow = createLazyFlow(
    {
      api: memory.api,
      userKey: 'ada',
      queryClient: new QueryClient(),
      surface,
      emit: ({ type }) => events.push(type),
      openWindow: ({ title = '' } = {}) => {
        opened.push(title);
        return null;
      },
    },
    load,
  );
  const step = () => flow.getSnapshot().state.step;
  const until = (wanted: string) => eventually(() => expect(step()).toBe(wanted));
  const settled: string[] = [];
  const connect = (options?: ConnectOptions) =>
    void flow.actions.connect(options).then(
      ({ name }) => settled.push(name),
      ({ code }: ConnectError) => settled.push(code),
    );
  return { ...memory, flow, actions: flow.actions, gate, network, load, events, opened, step, until, settled, connect };
}

describe('a flow that nobody has opened', () => {
  it('loads nothing, whatever else is asked of it', () => {
    const { actions, load, step } = start();
    actions.close();
    actions.back();
    actions.retry();
    actions.pick('stripe');
    actions.authorise({});
    expect([load.mock.calls.length, step()]).toEqual([0, 'idle']);
  });
});

describe('while the flow loads', () => {
  it('shows the first step at once, to listeners too', () => {
    const { connect, flow, step } = start();
    const seen: string[] = [];
    flow.subscribe(() => seen.push(step()));
    connect({ definition: 'stripe' });
    expect(flow.getSnapshot().state).toEqual({ step: 'loading', definitionId: 'stripe' });
    connect();
    expect(seen[0]).toBe('loading');
  });

  it.each([
    { name: 'a service', options: { definition: 'stripe' }, hasPicker: false },
    { name: 'the picker', options: {}, hasPicker: true },
  ])('says from the first step on whether there is a picker to go back to: begun with $name', async ({ options, hasPicker }) => {
    const { actions, connect, flow, gate, until } = start();
    connect(options);
    if (hasPicker) actions.pick('stripe');
    expect(flow.getSnapshot().hasPicker).toBe(hasPicker);
    gate.open();
    await until('configuring');
    expect(flow.getSnapshot().hasPicker).toBe(hasPicker);
  });

  it('keeps what is asked for, in order', async () => {
    const { actions, connect, gate, until, load, settled } = start();
    connect();
    actions.pick('stripe');
    gate.open();
    await until('configuring');
    actions.submit({ credentials: { api_key: 'sk' } });
    await until('connected');
    expect(settled).toEqual(['Stripe of ada']);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('is left at once, and the promise settles', async () => {
    const { actions, connect, gate, step, settled, events, calls } = start();
    connect({ definition: 'stripe' });
    actions.close();
    expect(step()).toBe('idle');
    gate.open();
    await eventually(() => expect(settled).toEqual(['flow_closed']));
    expect(events.filter((type) => type !== 'definition_selected')).toEqual(['opened', 'closed']);
    expect(step()).toBe('idle');
    expect(calls.length).toBeLessThan(2);
  });

  it('ends the promise of an earlier call when it is opened again', async () => {
    const { connect, gate, until, settled } = start();
    connect({ definition: 'stripe' });
    connect({ definition: 'hubspot' });
    gate.open();
    await until('configuring');
    expect(settled).toEqual(['flow_closed']);
  });

  it('settles without a word to the host when its provider goes', async () => {
    const { flow, connect, gate, settled, events, calls } = start();
    connect({ definition: 'stripe' });
    flow.dispose();
    await eventually(() => expect(settled).toEqual(['flow_closed']));
    gate.open();
    await loadFlow();
    expect([events, calls]).toEqual([[], []]);
  });
});

describe('once it is loaded', () => {
  it('opens the sign-in window in the click itself', async () => {
    const { actions, connect, gate, until, opened } = start();
    connect({ definition: 'hubspot' });
    gate.open();
    await until('configuring');
    actions.authorise({});
    expect(opened).toEqual(['HubSpot']);
  });
});

describe('a script that can not be loaded', () => {
  it('is a failure that is shown, told and rejected, and can be tried again', async () => {
    const { actions, connect, gate, network, until, flow, events, settled } = start();
    network.offline = true;
    gate.open();
    const onConnected = vi.fn();
    connect({ definition: 'stripe', onConnected });
    await until('failed');
    expect(flow.getSnapshot().state).toMatchObject({ from: 'loading', definitionId: 'stripe', error: { code: 'network_unavailable' } });
    expect([events, settled]).toEqual([['failed'], ['network_unavailable']]);
    network.offline = false;
    actions.retry();
    await until('configuring');
    actions.submit({ credentials: { api_key: 'sk' } });
    await until('connected');
    expect(onConnected).toHaveBeenCalledTimes(1);
  });

  it.each(['close', 'back'] as const)('can be left by %s', async (way) => {
    const { actions, connect, gate, network, until, step } = start();
    network.offline = true;
    gate.open();
    connect();
    await until('failed');
    actions[way]();
    expect(step()).toBe('idle');
  });

  it('leaves a return in the same tab where it is, for the next page', async () => {
    const { flow, gate, network, events, step } = start();
    saveReturn({ attemptId: 'a1', definition: 'hubspot', method: 'oauth2', returnUrl: location.pathname, surface: 'dialog', values: {} });
    passReturn('a1', { state: '', params: {} });
    network.offline = true;
    flow.resume('any');
    gate.open();
    await eventually(() => expect(events).toEqual(['failed']));
    expect([step(), sessionStorage.length]).toEqual(['idle', 1]);
  });
});

describe('a return in the same tab, led back by the handler without a word', () => {
  const note = (surface: ReturnPoint['surface'] = 'dialog', values: ReturnPoint['values'] = {}) =>
    saveReturn({ attemptId: 'a1', definition: 'hubspot', method: 'oauth2', returnUrl: location.pathname, surface, values });
  const noted = () => sessionStorage.length === 1;
  /** A flow whose backend answers when the test says so, after it was asked how the sign-in has ended. */
  const asking = async ({ values, ...options }: Parameters<typeof start>[0] & Partial<Pick<ReturnPoint, 'values'>> = {}) => {
    const flow = start(options);
    flow.gate.open();
    const answer = flow.hold('getAttempt');
    note(options.surface, values);
    flow.flow.resume(options.surface ?? 'any');
    await eventually(() => expect(flow.count('getAttempt')).toBe(1));
    return { ...flow, answer };
  };
  const quiet = () => new Promise((resolve) => requestIdleCallback(resolve));

  it('goes on where the sign-in has ended well, and is forgotten', async () => {
    const { add, settle, until, answer } = await asking();
    settle({ status: 'connected', connector: add(hubspot) });
    answer.open();
    await until('connected');
    expect(noted()).toBe(false);
  });

  it('says why where it was not allowed', async () => {
    const { settle, until, answer, flow } = await asking();
    settle({ status: 'failed', error: { code: 'oauth_denied' } });
    answer.open();
    await until('failed');
    expect(flow.getSnapshot().state).toMatchObject({ error: { code: 'oauth_denied' } });
  });

  it.each(['attempt_replaced', 'attempt_expired'] as const)('is forgotten without a word where it is %s', async (code) => {
    const { settle, events, step, answer } = await asking();
    settle({ status: 'failed', error: { code } });
    answer.open();
    await eventually(() => expect(noted()).toBe(false));
    expect([step(), events]).toEqual(['idle', []]);
  });

  it('is forgotten where nobody knows it, and stays noted where nobody can be asked', async () => {
    const unknown = await asking();
    unknown.fail('getAttempt', 'attempt_unknown');
    unknown.answer.open();
    await eventually(() => expect(noted()).toBe(false));
    const down = await asking();
    down.fail('getAttempt', 'network_unavailable');
    down.answer.open();
    await quiet();
    expect([down.step(), down.events, noted()]).toEqual(['idle', [], true]);
  });

  it('opens nothing and stays noted while it is open', async () => {
    const { events, step, answer } = await asking();
    answer.open();
    await quiet();
    expect([step(), events, noted()]).toEqual(['idle', [], true]);
  });

  it('shows the form again, with what was not secret, where the person came back by the Back button before it had ended', async () => {
    const navigation = vi.spyOn(performance, 'getEntriesByType').mockReturnValue([Object.assign(new PerformanceMark('back'), { type: 'back_forward' })]);
    const { flow, events, until, answer, actions, count } = await asking({ values: { environment: { subdomain: 'acme' } } });
    answer.open();
    await until('configuring');
    navigation.mockRestore();
    expect(flow.getSnapshot()).toMatchObject({ initialValues: { environment: { subdomain: 'acme' } }, state: { error: null, definition: { id: hubspot.id } } });
    expect([events, noted(), count('getAttempt')]).toEqual([['opened'], false, 1]);
    actions.authorise({});
    await eventually(() => expect(count('startAttempt')).toBe(1));
    actions.close();
  });

  it('leaves a dialog alone that somebody has opened meanwhile', async () => {
    const { connect, settle, add, until, answer, step, settled } = await asking();
    connect();
    await until('picking');
    settle({ status: 'connected', connector: add(hubspot) });
    answer.open();
    await quiet();
    expect([step(), settled, noted()]).toEqual(['picking', [], true]);
  });

  it('opens nothing in a flow that is gone', async () => {
    const { flow, settle, add, answer, step } = await asking();
    flow.dispose();
    settle({ status: 'connected', connector: add(hubspot) });
    answer.open();
    await quiet();
    expect([step(), noted()]).toEqual(['idle', true]);
  });

  it('goes on in the page where it began there, beside the form that the page begins with, and in no dialog over it', async () => {
    const memory = createMemoryApi();
    const page = await asking({ surface: 'inline', memory });
    const dialog = start({ memory });
    dialog.gate.open();
    dialog.flow.resume('any');
    page.actions.ensureOpen({ definition: 'hubspot' });
    await page.until('configuring');
    page.settle({ status: 'connected', connector: page.add(hubspot) });
    page.answer.open();
    await page.until('connected');
    expect([dialog.step(), dialog.events, page.count('getAttempt')]).toEqual(['idle', [], 2]);
  });
});

describe('a return in the same tab', () => {
  it('comes before a flow that is always shown', async () => {
    const { flow, actions, gate, add, settle, step, until } = start();
    settle({ status: 'connected', connector: add(hubspot) });
    saveReturn({ attemptId: 'a1', definition: 'hubspot', method: 'oauth2', returnUrl: location.pathname, surface: 'inline', values: {} });
    passReturn('a1', { state: '', params: {} });
    const seen: string[] = [];
    flow.subscribe(() => seen.push(step()));
    flow.resume('inline');
    actions.ensureOpen();
    gate.open();
    await until('connected');
    expect(seen).not.toContain('picking');
  });
});
