import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTurns } from '../../src/server/turns.js';
import { createBrowser, errorOf } from './harness.js';
import { created, createWorld, ZENDESK } from './world.js';

/** A handler whose operations run until they are let go. */
async function held() {
  const { browser, another, sandbox } = createWorld();
  const id = await created(browser('ada'));
  const running: (() => void)[] = [];
  let came: () => void = () => undefined;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    if (new URL(String(input)).pathname.endsWith('/execute')) {
      await new Promise<void>((resolve) => {
        running.push(resolve);
        came();
      });
    }
    return sandbox.fetch(input, init);
  };
  const make = (rateLimit?: false) => {
    const { handler } = another({ fetch, ...(rateLimit === false && { rateLimit }) });
    const ada = createBrowser(handler, 'ada');
    return (signal?: AbortSignal) =>
      ada.call('POST', `/connectors/${id}/execute`, { body: { entity: 'customers', action: 'list' }, ...(signal && { signal }) });
  };
  const until = (count: number) => new Promise<void>((resolve) => (came = () => (running.length < count ? undefined : resolve())));
  return { make, running, until };
}

describe('the operations of a user', () => {
  it('run four at a time, and all get their answer', async () => {
    const { make, running, until } = await held();
    const run = make();
    const four = until(4);
    const answers = Array.from({ length: 10 }, () => run());
    await four;
    for (let ended = 0; ended < 10; ended += 1) {
      expect(running).toHaveLength(Math.min(4 + ended, 10));
      const more = ended < 6 ? until(5 + ended) : undefined;
      running[ended]?.();
      await more;
    }
    for (const answer of answers) expect((await answer).status).toBe(200);
  });

  it('run as many as are asked for without a limit', async () => {
    const { make, running, until } = await held();
    const run = make(false);
    const ten = until(10);
    const answers = Array.from({ length: 10 }, () => run());
    await ten;
    for (const release of running) release();
    for (const answer of answers) expect((await answer).status).toBe(200);
  });

  it('leave their place in the queue with their caller', async () => {
    const { make, running, until } = await held();
    const run = make();
    const four = until(4);
    const answers = Array.from({ length: 4 }, () => run());
    await four;
    const left = new AbortController();
    const waiting = run(left.signal);
    left.abort();
    expect(await errorOf(await waiting)).toEqual({ status: 499, code: 'aborted' });
    for (const release of running) release();
    for (const answer of answers) expect((await answer).status).toBe(200);
    expect(running).toHaveLength(4);
  });
});

describe('a large answer', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const BYTES = 1_000_000;

  /** A user with four answers of a size, none of which is read, and a fifth call. */
  async function unread(kind: 'file' | 'json', size = BYTES) {
    const { browser, another, sandbox } = createWorld();
    const zendesk = { ...ZENDESK, method: 'zendeskAPIToken', values: { ...ZENDESK.values, credentials: { email: 'a@b.example', api_token: 't' } } };
    const [id, idOfBen] = [await created(browser('ada'), zendesk), await created(browser('ben'), zendesk)];
    let executed = 0;
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const { pathname } = new URL(String(input));
      if (!pathname.endsWith('/execute')) return sandbox.fetch(input, init);
      if (pathname.includes(id)) executed += 1;
      return kind === 'file' ? new Response(new Uint8Array(size)) : Response.json({ result: ['x'.repeat(size)] });
    };
    const { handler } = another({ fetch });
    const [ada, ben] = [createBrowser(handler, 'ada'), createBrowser(handler, 'ben')];
    const body = kind === 'file' ? { entity: 'attachments', action: 'download', params: { attachment_id: 1 } } : { entity: 'users', action: 'list' };
    const run = (signal?: AbortSignal) => ada.call('POST', `/connectors/${id}/execute`, { body, ...(signal && { signal }) });
    const left = new AbortController();
    const [first, ...others] = [await run(left.signal), await run(), await run(), await run()];
    const fifth = run();
    // Whoever began later and does not wait is through.
    for (let count = 0; count < 2; count += 1) await (await ben.call('POST', `/connectors/${idOfBen}/execute`, { body })).arrayBuffer();
    return { first, others, fifth, left, executed: () => executed };
  }

  it.each(['file', 'json'] as const)('that nobody reads keeps its place until it was read whole: %s', async (kind) => {
    const { first, fifth, executed } = await unread(kind);
    expect(executed()).toBe(4);
    expect((await first.arrayBuffer()).byteLength).toBeGreaterThanOrEqual(BYTES);
    expect((await fifth).status).toBe(200);
    expect(executed()).toBe(5);
  });

  it.each(['cancelled', 'left'] as const)('gives its place back where it is %s', async (how) => {
    const { first, fifth, left, executed } = await unread('file');
    const reader = first.body?.getReader();
    expect((await reader?.read())?.value?.length).toBeGreaterThan(0);
    expect(executed()).toBe(4);
    if (how === 'cancelled') await reader?.cancel();
    else left.abort();
    expect((await fifth).status).toBe(200);
  });

  it('is given up when nobody has read from it for a minute', async () => {
    const { first, others, fifth, executed } = await unread('file');
    const reader = first.body?.getReader();
    await vi.advanceTimersByTimeAsync(59_999);
    await reader?.read();
    expect(executed()).toBe(4);
    await vi.advanceTimersByTimeAsync(1);
    expect((await fifth).status).toBe(200);
    await expect(others[0]?.arrayBuffer()).rejects.toMatchObject({ code: 'timeout' });
    expect((await reader?.read())?.done).toBe(false);
    expect(vi.getTimerCount()).toBe(2);
  });

  it('of little takes no place', async () => {
    const { fifth, executed } = await unread('json', 1_000);
    expect((await fifth).status).toBe(200);
    expect([executed(), vi.getTimerCount()]).toEqual([5, 0]);
  });
});

describe('a turn', () => {
  const never = new AbortController().signal;

  it('is of one user: another one does not wait', async () => {
    const turns = createTurns(1);
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const first = turns('ada', never, () => gate);
    expect(await turns('ben', never, async () => 'ben')).toBe('ben');
    release();
    await first;
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8])('goes on to the next where the work fails, and where who gets it leaves %i steps later', async (steps) => {
    const turns = createTurns(1);
    const left = new AbortController();
    let fail: (error: Error) => void = () => undefined;
    const gate = new Promise<void>((_, reject) => (fail = reject));
    const first = turns('ada', never, () => gate);
    const second = turns('ada', left.signal, async () => 'second');
    const third = turns('ada', never, async () => 'third');
    const all = Promise.allSettled([first, second, third]);
    fail(new Error('no'));
    for (let step = 0; step < steps; step += 1) await null;
    left.abort();
    expect(await all).toMatchObject([{ status: 'rejected' }, {}, { value: 'third' }]);
    expect(await turns('ada', never, async () => 'fourth')).toBe('fourth');
  });
});
