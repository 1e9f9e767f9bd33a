import { describe, expect, it } from 'vitest';
import type { RateLimit } from '../../src/server/index.js';
import { type Browser, createBrowser, errorOf } from './harness.js';
import { createWorld, HUBSPOT } from './world.js';

const worldOf = (rateLimit: RateLimit | false = { requests: 3, seconds: 60 }) => createWorld({ handler: { rateLimit } });
const list = (browser: Browser, headers: Record<string, string> = {}) => browser.call('GET', '/connectors', { headers });
const statuses = async (browser: Browser, count: number) => {
  const all: number[] = [];
  for (let index = 0; index < count; index += 1) all.push((await list(browser)).status);
  return all;
};

describe('rateLimit', () => {
  it('answers 429 with the seconds to wait, asks nothing of Airbyte, and gives requests back over the time', async () => {
    const { browser, sandbox, clock } = worldOf();
    const ada = browser('ada');
    expect(await statuses(ada, 3)).toEqual([200, 200, 200]);
    const asked = sandbox.requests.length;
    const refused = await list(ada);
    expect(refused.headers.get('retry-after')).toBe('20');
    expect(await errorOf(refused)).toEqual({ status: 429, code: 'rate_limited', retryAfter: 20 });
    expect(sandbox.requests).toHaveLength(asked);
    clock.advance(20_000);
    expect(await statuses(ada, 2)).toEqual([200, 429]);
    clock.advance(3_600_000);
    expect(await statuses(ada, 4)).toEqual([200, 200, 200, 429]);
  });

  it('goes by user: others of the same address go on, and another address helps nobody', async () => {
    const { browser } = worldOf();
    const from = (address: string) => ({ 'x-forwarded-for': address, 'x-real-ip': address, forwarded: `for=${address}` });
    for (let index = 0; index < 3; index += 1) await list(browser('ada'), from('203.0.113.1'));
    expect((await list(browser('ben'), from('203.0.113.1'))).status).toBe(200);
    expect((await list(browser('ada'), from('203.0.113.2'))).status).toBe(429);
    expect((await browser('ada').call('GET', '/connectors', { headers: { 'x-user': 'ada' } })).status).toBe(429);
  });

  it('lets so many run at the same time, and counts those that failed as ended', async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const { browser, another, sandbox } = createWorld();
    const fetch: typeof globalThis.fetch = async (input, init) => {
      await gate;
      return sandbox.fetch(input, init);
    };
    const { handler } = another({ fetch, rateLimit: { requests: 100, seconds: 1, concurrent: 2 } });
    const ada = createBrowser(handler, 'ada');
    const running = [list(ada), ada.call('GET', '/connectors/none')];
    await Promise.resolve();
    expect(await errorOf(await list(ada))).toEqual({ status: 429, code: 'rate_limited', retryAfter: 1 });
    release();
    expect((await Promise.all(running)).map(({ status }) => status)).toEqual([200, 404]);
    expect((await list(ada)).status).toBe(200);
    expect((await list(browser('ben'))).status).toBe(200);
  });

  it('has a default that a person does not meet and a loop does', async () => {
    const { browser } = createWorld();
    const all = await statuses(browser('ada'), 301);
    expect([all.filter((status) => status === 200).length, all.at(-1)]).toEqual([300, 429]);
  });

  it('lets a user start 60 sign-ins in a quarter of an hour, whatever cookies come with them; others and other requests go on', async () => {
    const { browser, clock, sandbox } = createWorld({ generation: 'seed', handler: { rateLimit: { requests: 1_000, seconds: 60 } } });
    const ada = browser('ada');
    const start = async (who = ada) => {
      who.cookies.clear();
      return (await who.call('POST', '/attempts', { body: HUBSPOT })).status;
    };
    for (let index = 0; index < 60; index += 1) expect(await start()).toBe(201);
    const asked = sandbox.requests.length;
    expect(await start()).toBe(429);
    expect(sandbox.requests).toHaveLength(asked);
    expect([await start(browser('ben')), (await list(ada)).status]).toEqual([201, 200]);
    clock.advance(15_000);
    expect([await start(), await start()]).toEqual([201, 429]);
  });

  it('can be switched off', async () => {
    const { browser } = worldOf(false);
    expect(new Set(await statuses(browser('ada'), 310))).toEqual(new Set([200]));
  });

  it.each([
    { requests: 0, seconds: 1 },
    { requests: 1, seconds: -1 },
    { requests: Number.NaN, seconds: 1 },
    { requests: 1, seconds: 1, concurrent: 0 },
  ])('of %j is told as a wrong option', async (rateLimit) => {
    expect((await errorOf(await list(worldOf(rateLimit).browser('ada')))).code).toBe('handler_misconfigured');
  });

  it('says who nobody is before it counts', async () => {
    const { browser } = worldOf({ requests: 1, seconds: 60 });
    for (let index = 0; index < 3; index += 1) expect((await list(browser(null))).status).toBe(401);
  });
});
