import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AttemptOutcome, type CompleteAttemptInput, ConnectError, type ConnectErrorCode } from '../../src/core/index.js';
import type { ConsentWindowHandle } from '../../src/oauth/index.js';
import { channelName, type PollCause, type WatchAttemptOptions, watchAttempt } from '../../src/oauth/index.js';
import { eventually } from '../setup/eventually.js';

const attemptId = 'attempt-0123456789';
const state = `${attemptId}.${'r'.repeat(43)}`;
const connector = { id: 'c1', name: 'Acme', definition: { id: 'd1', slug: null, name: 'HubSpot' }, createdAt: null, updatedAt: null };
const connected: AttemptOutcome = { status: 'connected', connector };

function watch(options: Partial<WatchAttemptOptions> = {}) {
  let outcome: AttemptOutcome = { status: 'pending' };
  let fault: ConnectErrorCode | null = null;
  let completeFault: ConnectErrorCode | null = null;
  const completed: CompleteAttemptInput[] = [];
  const asked: number[] = [];
  const started = Date.now();
  const controller = new AbortController();
  const windows: string[] = [];
  const settled: string[] = [];
  const told: PollCause[] = [];
  const api = {
    async getAttempt() {
      asked.push(Date.now() - started);
      if (fault !== null) throw new ConnectError(fault, 'planted');
      return outcome;
    },
    async completeAttempt(input: CompleteAttemptInput) {
      completed.push(input);
      if (completeFault !== null) throw new ConnectError(completeFault, 'planted');
      return outcome;
    },
  };
  const result = watchAttempt({
    attemptId,
    api,
    handle: () => null,
    signal: controller.signal,
    onWindow: (window) => windows.push(window),
    onTold: (by) => told.push(by),
    ...options,
  });
  result.then(
    ({ status }) => settled.push(status),
    (error: ConnectError) => settled.push(error.code),
  );
  return {
    result,
    asked,
    completed,
    windows,
    settled,
    told,
    abort: () => controller.abort(),
    settle: (next: AttemptOutcome) => {
      outcome = next;
    },
    fail: (code: ConnectErrorCode | null) => {
      fault = code;
    },
    failComplete: (code: ConnectErrorCode | null) => {
      completeFault = code;
    },
  };
}

const say = (data: unknown, origin = location.origin) => window.dispatchEvent(new MessageEvent('message', { data, origin }));
const outcomeMessage = { type: 'ack:outcome', attemptId, outcome: 'connected' };
const paramsMessage = { type: 'ack:params', attemptId, state, params: { secret_id: 's1' } };

describe('watching an attempt', () => {
  const running: { abort: () => void; result: Promise<unknown> }[] = [];
  const begin = (options: Partial<WatchAttemptOptions> = {}) => {
    const watched = watch(options);
    running.push(watched);
    return watched;
  };
  beforeEach(() => void vi.useFakeTimers());
  afterEach(async () => {
    for (const { abort, result } of running.splice(0)) {
      abort();
      await result.catch(() => undefined);
    }
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('asks after one second, then ever more seldom, every five seconds at last', async () => {
    const { asked } = begin();
    await vi.advanceTimersByTimeAsync(30_000);
    const gaps = asked.map((at, index) => at - (asked[index - 1] ?? 0));
    expect(gaps.slice(0, 3)).toEqual([1_000, 1_500, 2_250]);
    expect(gaps.at(-1)).toBe(5_000);
    expect(gaps.every((gap) => gap <= 5_000)).toBe(true);
  });

  it('resolves with what the api answers', async () => {
    const { result, settle } = begin();
    settle(connected);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await result).toEqual(connected);
  });

  it('asks at once when the callback page says so, and stops afterwards', async () => {
    const { result, settle, asked } = begin();
    settle(connected);
    say(outcomeMessage);
    expect(await result).toEqual(connected);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(asked).toEqual([0]);
  });

  describe('is told', () => {
    it('by the channel, before the first poll', async () => {
      vi.useRealTimers();
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
      const { result, settle, told, asked } = begin();
      settle(connected);
      const channel = new BroadcastChannel(channelName(attemptId));
      channel.postMessage(outcomeMessage);
      // The clock stands still: no poll can tell.
      expect(await result).toEqual(connected);
      expect([told, asked]).toEqual([['channel'], [0]]);
      channel.close();
    });

    it('by a message, before the first poll, where there is no channel', async () => {
      vi.stubGlobal('BroadcastChannel', undefined);
      const { result, settle, told, asked } = begin();
      settle(connected);
      say(outcomeMessage);
      expect(await result).toEqual(connected);
      expect([told, asked]).toEqual([['message'], [0]]);
    });

    it('by the poll, where no channel and no opener lives', async () => {
      vi.stubGlobal('BroadcastChannel', undefined);
      const { result, settle, told, asked, settled } = begin();
      settle(connected);
      await vi.advanceTimersByTimeAsync(999);
      expect(settled).toEqual([]);
      await vi.advanceTimersByTimeAsync(1);
      expect(await result).toEqual(connected);
      expect([told, asked]).toEqual([['poll'], [1_000]]);
    });

    it('by a look at the page', async () => {
      const { result, settle, told } = begin();
      settle(connected);
      window.dispatchEvent(new Event('focus'));
      await result;
      expect(told).toEqual(['look']);
    });
  });

  it('does not believe a message: only the api counts', async () => {
    const { settled } = begin();
    say({ ...outcomeMessage, outcome: 'connected', connector });
    await vi.advanceTimersByTimeAsync(0);
    expect(settled).toEqual([]);
  });

  it.each<[string, unknown, string?]>([
    ['another origin', outcomeMessage, 'https://evil.example'],
    ['another attempt', { ...outcomeMessage, attemptId: 'attempt-9999999999' }],
    ['another type', { ...outcomeMessage, type: 'ack:other' }],
    ['no message of ours', 'hello'],
    ['parameters from another origin', paramsMessage, 'https://evil.example'],
    ['a state of another attempt', { ...paramsMessage, state: `attempt-9999999999.${'r'.repeat(43)}` }],
    ['parameters without a state', { ...paramsMessage, state: 1 }],
  ])('ignores a message with %s', async (_, data, origin = location.origin) => {
    const { asked, completed } = begin();
    say(data, origin);
    await vi.advanceTimersByTimeAsync(500);
    expect([asked, completed]).toEqual([[], []]);
  });

  it('completes with relayed parameters, once however often they come', async () => {
    const { result, settle, completed } = begin();
    settle(connected);
    const heard: unknown[] = [];
    const page = new BroadcastChannel(channelName(attemptId));
    page.onmessage = ({ data }) => heard.push(data);
    say(paramsMessage);
    say(paramsMessage);
    expect(await result).toEqual(connected);
    await eventually(() => expect(heard.at(-1)).toEqual({ type: 'ack:outcome', attemptId, outcome: 'connected' }));
    expect(heard[0]).toEqual({ type: 'ack:taken', attemptId });
    page.close();
    expect(completed).toMatchObject([{ attemptId, state, params: { secret_id: 's1' } }]);
  });

  it('goes on waiting when relayed parameters are somebody else’s', async () => {
    const { settled, failComplete } = begin();
    failComplete('attempt_foreign');
    say(paramsMessage);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(settled).toEqual([]);
  });

  it('completes again after a failure that may pass', async () => {
    const { result, settle, completed, failComplete } = begin();
    failComplete('network_unavailable');
    say(paramsMessage);
    await vi.advanceTimersByTimeAsync(0);
    failComplete(null);
    settle(connected);
    say(paramsMessage);
    expect(await result).toEqual(connected);
    expect(completed).toHaveLength(2);
  });

  it('completes by itself after a failure that may pass, though the callback page said it once', async () => {
    const { result, settle, completed, failComplete, asked } = begin({ ticket: 'sealed' });
    failComplete('network_unavailable');
    say(paramsMessage);
    await vi.advanceTimersByTimeAsync(0);
    failComplete(null);
    settle(connected);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(await result).toEqual(connected);
    expect([completed.length, asked]).toEqual([2, []]);
  });

  it('completes with the ticket of its attempt, and only when a whole state of that attempt is relayed', async () => {
    const { result, settle, completed } = begin({ ticket: 'sealed' });
    say({ ...paramsMessage, state: `attempt-9999999999.${'r'.repeat(43)}` });
    await vi.advanceTimersByTimeAsync(0);
    expect(completed).toEqual([]);
    settle(connected);
    say(paramsMessage);
    expect(await result).toEqual(connected);
    expect(completed).toEqual([{ attemptId, state, params: { secret_id: 's1' }, ticket: 'sealed' }]);
  });

  it('completes at once with what a callback page in this tab left', async () => {
    const { result, settle, completed, asked } = begin({ ticket: 'sealed', callback: { state, params: { secret_id: 's1' } } });
    expect(completed).toEqual([{ attemptId, state, params: { secret_id: 's1' }, ticket: 'sealed' }]);
    settle(connected);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await result).toEqual(connected);
    expect([completed.length, asked]).toEqual([1, [1_000]]);
  });

  it('tries another state after one that was made up', async () => {
    const { result, settle, completed, failComplete } = begin();
    failComplete('attempt_foreign');
    say({ ...paramsMessage, state: `${attemptId}.${'f'.repeat(43)}` });
    await vi.advanceTimersByTimeAsync(0);
    failComplete(null);
    settle(connected);
    say(paramsMessage);
    expect(await result).toEqual(connected);
    expect(completed.map(({ state: tried }) => tried.at(-1))).toEqual(['f', 'r']);
  });

  it('bears failures that may pass, and rejects with those that will not', async () => {
    const { settled, fail } = begin();
    fail('network_unavailable');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(settled).toEqual([]);
    fail('attempt_unknown');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(settled).toEqual(['attempt_unknown']);
  });

  it('takes a closed window as a hint, after a grace, and believes it open again', async () => {
    const handle: ConsentWindowHandle & { closed: boolean } = { navigate: () => undefined, focus: () => undefined, close: () => undefined, closed: true };
    const { windows, settled } = begin({ handle: () => handle });
    await vi.advanceTimersByTimeAsync(1_500);
    expect(windows).toEqual([]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(windows).toEqual(['maybe_closed']);
    handle.closed = false;
    await vi.advanceTimersByTimeAsync(500);
    expect(windows).toEqual(['maybe_closed', 'open']);
    expect(settled).toEqual([]);
  });

  it('accepts a late success although the window looks closed', async () => {
    const handle = { navigate: () => undefined, focus: () => undefined, close: () => undefined, closed: true };
    const { result, settle } = begin({ handle: () => handle });
    await vi.advanceTimersByTimeAsync(60_000);
    settle(connected);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await result).toEqual(connected);
  });

  it('asks at once when the tab is looked at again', async () => {
    const { result, settle, asked } = begin();
    await vi.advanceTimersByTimeAsync(900);
    settle(connected);
    window.dispatchEvent(new Event('focus'));
    await result;
    expect(asked).toEqual([900]);
  });

  it('expires with the attempt, after asking once more', async () => {
    const { result, asked } = begin({ expiresAt: new Date(Date.now() + 3_000).toISOString() });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await result).toEqual({ status: 'failed', error: { code: 'attempt_expired' } });
    expect(asked.at(-1)).toBe(3_000);
  });

  it('counts a success of the last moment', async () => {
    const { result, settle } = begin({ expiresAt: new Date(Date.now() + 900).toISOString() });
    settle(connected);
    await vi.advanceTimersByTimeAsync(900);
    expect(await result).toEqual(connected);
  });

  it('rejects with aborted and asks no more', async () => {
    const { abort, settled, asked } = begin();
    abort();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(settled).toEqual(['aborted']);
    expect(asked).toEqual([]);
  });
});
