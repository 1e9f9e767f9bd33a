import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { APP, errorOf, HOST } from '../harness.js';
import { createWorld } from '../world.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Sends a space each second and never ends. */
function drip(ended: () => void): ReadableStream<Uint8Array> {
  const space = new TextEncoder().encode(' ');
  let isOver = false;
  const cancel = () => {
    isOver = true;
    ended();
  };
  return new ReadableStream({
    pull: (controller) => new Promise((resolve) => setTimeout(() => resolve(isOver ? undefined : controller.enqueue(space)), 1_000)),
    cancel,
  });
}

describe('a body that does not come', () => {
  it.each([
    ['not at all', (ended: () => void) => new ReadableStream({ pull: () => new Promise(() => undefined), cancel: ended })],
    ['drop by drop', drip],
  ])('%s holds a place of its user for 30 s, and then ends', async (_, stream) => {
    const { handler, browser } = createWorld({ handler: { rateLimit: { requests: 100, seconds: 60, concurrent: 1 } } });
    const ended = vi.fn();
    const init = {
      method: 'POST',
      headers: { origin: APP, 'x-user': 'ada', 'ack-wire': '1', 'content-type': 'application/json' },
      body: stream(ended),
      duplex: 'half',
    };
    const answer = handler(new Request(`${HOST}/api/airbyte/connectors`, init));
    await vi.advanceTimersByTimeAsync(29_000);
    expect((await browser('ada').call('GET', '/definitions/none')).status).toBe(429);
    await vi.advanceTimersByTimeAsync(1_001);
    expect(await errorOf(await answer)).toMatchObject({ status: 504, code: 'timeout' });
    expect(ended).toHaveBeenCalledTimes(1);
    expect((await browser('ada').call('GET', '/definitions/none')).status).toBe(404);
  });
});
