import { QueryClient } from '@tanstack/react-query';
import { waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useConnectors } from '../../src/hooks/index.js';
import { watchAttempt } from '../../src/oauth/index.js';
import { tellOpener } from '../../src/oauth/messages.js';
import { createMemoryApi, hubspot } from './memoryApi.js';
import { renderInProvider } from './renderHook.js';

/** As a callback page says it whose opener was loaded anew, or is another tab. */
const say = (attemptId: string, outcome: 'connected' | 'failed' = 'connected') => {
  // SAFETY: the parts of a window that a callback page touches.
  const page = { opener: null, location: { origin: location.origin } } as unknown as Window;
  tellOpener({ type: 'ack:outcome', attemptId, outcome }, page)?.close();
};

/** Until a message on the channel of all outcomes has come through: those said before it have too. */
async function roundTrip(): Promise<void> {
  const [from, to] = [new BroadcastChannel('ack-'), new BroadcastChannel('ack-')];
  const came = new Promise((resolve) => to.addEventListener('message', ({ data }) => data === 'mark' && resolve(data)));
  from.postMessage('mark');
  await came;
  from.close();
  to.close();
}

async function listed() {
  const memory = createMemoryApi();
  const view = renderInProvider(() => [useConnectors(), useConnectors(), useConnectors({ filter: { definition: 'stripe' } })] as const, {
    api: memory.api,
    queryClient: new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } }),
  });
  await waitFor(() => expect(view.result.current.map(({ status }) => status)).toEqual(['success', 'success', 'success']));
  return { ...memory, ...view, before: memory.count('listConnectors') };
}

it('reads a list again when a sign-in ends that the page knows nothing of, once however many look', async () => {
  const { result, add, hold, count, before } = await listed();
  add(hubspot);
  const gate = hold('listConnectors');
  say('attempt-of-the-page-before');
  await roundTrip();
  gate.open();
  await waitFor(() => expect(result.current[0].data).toHaveLength(1));
  await waitFor(() => expect(result.current.map(({ fetchStatus }) => fetchStatus)).toEqual(['idle', 'idle', 'idle']));
  expect(count('listConnectors') - before).toBe(2);
});

it('leaves it alone for a sign-in that the page waits for, or has waited for: its flow decides what is listed', async () => {
  const { api, settle, count, before } = await listed();
  const { signal } = new AbortController();
  const outcome = watchAttempt({ attemptId: 'attempt-of-this-page', api, handle: () => null, signal });
  settle({ status: 'failed', error: { code: 'oauth_denied' } });
  say('attempt-of-this-page', 'failed');
  await outcome;
  say('attempt-of-this-page', 'failed');
  await roundTrip();
  expect(count('listConnectors')).toBe(before);
});

it('hears nothing any more when it is gone, and nothing but outcomes', async () => {
  const { unmount, count, before } = await listed();
  const other = new BroadcastChannel('ack-');
  other.postMessage({ type: 'something else', attemptId: 'attempt-of-the-page-before' });
  await roundTrip();
  unmount();
  say('attempt-of-the-page-before');
  await roundTrip();
  other.close();
  expect(count('listConnectors')).toBe(before);
});
