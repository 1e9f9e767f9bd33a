import { describe, expect, it } from 'vitest';
import { ConnectError } from '../../src/core/index.js';
import { unavailable } from '../../src/sandbox/index.js';
import type { ConnectHandlerOptions } from '../../src/server/index.js';
import { errorOf } from './harness.js';
import { callbackOf, complete, createWorld, started } from './world.js';

const LATE_MS = 16 * 60_000;
const down = () => Promise.reject(new Error('database is down'));

describe.each(['current', 'seed'] as const)('a connector of a sign-in that the host has not taken over, in the %s generation', (generation) => {
  /** Ada has consented; what the host does is up to the test. */
  async function consented(onConnected: ConnectHandlerOptions['onConnected'], afterMs = 0) {
    const host = { onConnected, told: 0 };
    const world = createWorld({
      generation,
      handler: {
        onConnected: (info) => {
          host.told += 1;
          return host.onConnected?.(info);
        },
      },
    });
    const ada = world.browser('ada');
    const { attemptId, consentUrl } = await started(ada);
    world.clock.advance(afterMs);
    const callback = callbackOf(world.sandbox.decideConsent(consentUrl, 'approve'));
    const left = () => world.sandbox.connectors().length;
    const outcome = async (browser = ada) => (await complete(browser, callback)).json();
    return { ...world, ada, host, attemptId, callback, left, outcome };
  }
  const EXPIRED = { status: 'failed', error: { code: 'attempt_expired' } };
  const REMOVED = { type: 'connector_deleted', reason: 'not_taken_over', userId: 'ada' };

  it('is removed when the repeat comes too late', async () => {
    const { clock, events, left, outcome, attemptId } = await consented(down);
    expect(await outcome()).toMatchObject({ error: { code: 'internal' } });
    expect(left()).toBe(1);
    clock.advance(LATE_MS);
    expect(await outcome()).toMatchObject(EXPIRED);
    expect(left()).toBe(0);
    expect(events).toContainEqual(expect.objectContaining(REMOVED));
    expect(events).toContainEqual(expect.objectContaining({ type: 'attempt_refused', attemptId, code: 'attempt_expired', removed: true }));
  });

  it('is removed when the repeat comes too late and the browser has dropped the cookie', async () => {
    const { clock, events, left, ada, callback } = await consented(down);
    await complete(ada, callback);
    clock.advance(LATE_MS);
    ada.cookies.clear();
    expect((await errorOf(await complete(ada, callback))).code).toBe('attempt_expired');
    expect(left()).toBe(0);
    expect(events).toContainEqual(expect.objectContaining(REMOVED));
  });

  it('is removed when newer sign-ins have replaced its own', async () => {
    const { ada, clock, left, callback } = await consented(down);
    await complete(ada, callback);
    for (let count = 0; count < 4; count += 1) {
      clock.advance(1_000);
      await started(ada);
    }
    expect((await errorOf(await complete(ada, callback))).code).toBe('attempt_replaced');
    expect(left()).toBe(0);
  });

  it('is removed when the host refuses it for good, and is not taken over later', async () => {
    const refusal = () => Promise.reject(new ConnectError('definition_not_found', 'Not in this plan.'));
    const { ada, clock, left, outcome, host } = await consented(refusal);
    const cookies = new Map(ada.cookies);
    expect(await outcome()).toMatchObject({ status: 'failed', error: { code: 'definition_not_found' } });
    expect(left()).toBe(0);
    clock.advance(6 * 60_000);
    ada.cookies = cookies;
    expect(await outcome()).toMatchObject({ status: 'failed', error: { code: 'definition_not_found' } });
    expect(host.told).toBe(1);
  });

  it('says in the log that it could not be removed', async () => {
    const { clock, events, sandbox, outcome } = await consented(down);
    await outcome();
    clock.advance(LATE_MS);
    sandbox.addFault(unavailable({ match: { method: 'DELETE' } }));
    expect(await outcome()).toMatchObject(EXPIRED);
    expect(events).toContainEqual(expect.objectContaining({ type: 'error', error: expect.objectContaining({ code: 'upstream_unavailable' }) }));
  });

  it('survives the callback in a browser without the cookie while its own may still repeat', async () => {
    const { browser, host, left, outcome, callback } = await consented(down);
    await outcome();
    for (const other of ['ben', null]) expect((await errorOf(await complete(browser(other), callback))).code).toBe('attempt_foreign');
    expect(left()).toBe(1);
    host.onConnected = undefined;
    expect(await outcome()).toMatchObject({ status: 'connected' });
    expect(left()).toBe(1);
  });

  it('survives a late callback while the host is taking it over', async () => {
    let takenOver: () => void = () => undefined;
    const taking = new Promise<void>((resolve) => (takenOver = resolve));
    const { browser, clock, host, left, outcome, callback } = await consented(() => taking, 595_000);
    clock.advance(290_000);
    const connected = outcome();
    await expect.poll(() => host.told).toBe(1);
    clock.advance(20_000);
    expect((await errorOf(await complete(browser(null), callback))).code).toBe('attempt_expired');
    takenOver();
    expect(await connected).toMatchObject({ status: 'connected' });
    expect(left()).toBe(1);
  });

  it('stays once it is taken over, also for a browser that missed the answer and repeats with its old cookie too late', async () => {
    const { ada, clock, left, outcome, host } = await consented(undefined);
    const cookies = new Map(ada.cookies);
    const first = await outcome();
    clock.advance(LATE_MS);
    ada.cookies = cookies;
    expect(await outcome()).toEqual(first);
    expect(left()).toBe(1);
    expect(host.told).toBe(1);
  });
});
