import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AirbyteProvider, Connect, ConnectButton, Connectors, OAuthCallbackPage, Playground } from '../../src/blocks/index.js';
import { loadConnectDialog } from '../../src/blocks/loadConnectDialog.js';
import { ConnectScreens } from '../../src/components/ConnectScreens/index.js';
import { formScreens } from '../../src/components/ConnectScreens/loadFormScreens.js';
import { Dialog } from '../../src/components/Dialog/index.js';
import { playgroundPanes } from '../../src/components/ExecutePlayground/loadPanes.js';
import { ConnectorList, ConnectorPicker, ExecutePlayground, OAuthCallback } from '../../src/components/index.js';
import type { ConnectFlowState } from '../../src/core/index.js';
import { channelName } from '../../src/oauth/messages.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { connectStripe } from '../../stories/blocks/connectStripe.js';
import { connectorOf, definitions, hubspot, methodOf, stripe } from '../../stories/fixtures/definitions.js';
import { NOTHING_LASTS, watchLasting } from './watchLasting.js';

/** Counts the listeners that are added to the page from now on, and those of them that are still there. */
function watchListeners() {
  const there = new Set<string>();
  const watched = { seen: 0, left: () => [...there] };
  for (const target of [window, document]) {
    const { addEventListener, removeEventListener } = target;
    const name = (type: string, listener: unknown) => `${target === document ? 'document' : 'window'} ${type} ${idOf(listener)}`;
    vi.spyOn(target, 'addEventListener').mockImplementation((type: string, listener: EventListenerOrEventListenerObject, options?: unknown) => {
      there.add(name(type, listener));
      watched.seen += 1;
      // SAFETY: handed on as it came.
      addEventListener.call(target, type, listener, options as AddEventListenerOptions);
    });
    vi.spyOn(target, 'removeEventListener').mockImplementation((type: string, listener: EventListenerOrEventListenerObject, options?: unknown) => {
      there.delete(name(type, listener));
      // SAFETY: handed on as it came.
      removeEventListener.call(target, type, listener, options as EventListenerOptions);
    });
  }
  return watched;
}

let ids = 0;
const known = new WeakMap<object, number>();
function idOf(listener: unknown): number {
  if ((typeof listener !== 'function' && typeof listener !== 'object') || listener === null) return 0;
  const id = known.get(listener) ?? ++ids;
  known.set(listener, id);
  return id;
}

const nothing = () => undefined;
const ACTIONS = {
  ...{ onPick: nothing, onChooseMethod: nothing, onSubmit: nothing, onAuthorise: nothing, onShowWindow: nothing, onReopen: nothing },
  ...{ onContinueInTab: nothing, onBack: nothing, onRetry: nothing, onConnectAnother: nothing, onClose: nothing },
};
const key = { definition: stripe, method: methodOf(stripe, 'bearerAuth') };
const oauth = { definition: hubspot, method: methodOf(hubspot, 'oauth2') };
const STATES: ConnectFlowState[] = [
  { step: 'picking' },
  { step: 'configuring', error: null, ...key },
  { step: 'authorising', attemptId: 'a', window: 'open', ...oauth },
  { step: 'checking', connector: connectorOf(hubspot, 'Acme'), ...oauth },
];

const inDialog = (state: ConnectFlowState): ReactNode => (
  <Dialog aria-labelledby="title" onClose={nothing}>
    <ConnectScreens {...ACTIONS} state={state} titleId="title" definitions={definitions} appName="Fernway" autoFocus />
  </Dialog>
);

beforeEach(async () => {
  await Promise.all([formScreens.load(), loadConnectDialog()]);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** A hundred mounts, in milliseconds. */
const HUNDRED = { timeout: 90_000 };

const attributesOf = (element: Element) => element.getAttributeNames().map((name) => `${name}=${element.getAttribute(name)}`);
const page = () => ({
  root: attributesOf(document.documentElement),
  body: attributesOf(document.body),
  head: document.head.innerHTML,
  children: document.body.childElementCount,
});

it('leaves document, page listeners and styles as they were after a hundred dialogs with every kind of screen', HUNDRED, () => {
  render(inDialog({ step: 'picking' })).unmount();
  for (const empty of document.body.querySelectorAll(':scope > div:empty')) empty.remove();
  const before = page();
  const listeners = watchListeners();
  for (let times = 0; times < 100; times += 1) {
    const { unmount, container } = render(inDialog(STATES[times % STATES.length] ?? { step: 'picking' }));
    unmount();
    container.remove();
  }
  expect(listeners.seen).toBeGreaterThan(100);
  expect(listeners.left()).toEqual([]);
  expect(page()).toEqual(before);
});

it('leaves no timer behind: what was waited for is not explained to nobody', () => {
  vi.useFakeTimers();
  try {
    for (const state of STATES) {
      const { unmount, container } = render(inDialog(state));
      unmount();
      container.remove();
    }
    // React itself schedules by messages, not timers.
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

it('leaves the page as it was after a hundred providers with all their blocks', HUNDRED, async () => {
  const client = createSandbox().connectApi({ userId: 'ada' });
  const { id } = await connectStripe(client, 'Acme');
  const all = (
    <AirbyteProvider client={client}>
      <ConnectButton>Connect</ConnectButton>
      <Connect />
      <Connectors />
      <Playground connectorId={id} />
      <OAuthCallbackPage endpoint={null} />
    </AirbyteProvider>
  );
  const before = page();
  const listeners = watchListeners();
  const lasting = watchLasting();
  for (let times = 0; times < 100; times += 1) {
    const { unmount, container } = render(all);
    await act(async () => undefined);
    unmount();
    container.remove();
  }
  expect(listeners.seen).toBeGreaterThan(100);
  expect(listeners.left()).toEqual([]);
  expect(lasting.there).toEqual(NOTHING_LASTS);
  expect(page()).toEqual(before);
});

it('leaves no observer, address, interval or channel behind', HUNDRED, async () => {
  await playgroundPanes.load();
  const thousands = Array.from({ length: 1000 }, (_, place) => ({ ...stripe, id: String(place), name: `Service ${place}` }));
  const operations = [{ entity: 'charges', action: 'list', kind: 'read', schema: {} }] as const;
  const file = { type: 'file', blob: new Blob(['a']), filename: 'a.txt', contentType: 'text/plain', requestId: null } as const;
  const connector = connectorOf(stripe, 'Acme');
  const run = { connector, operations, onRun: nothing, onStop: nothing };
  const address = location.href;
  const attemptId = 'a'.repeat(22);
  const before = page();
  const holder = new BroadcastChannel(channelName(attemptId));
  const lasting = watchLasting();
  for (let times = 0; times < 30; times += 1) {
    // A sign-in that the window which began it finishes.
    history.replaceState(null, '', `?secret_id=s&ack_state=${attemptId}.${'b'.repeat(43)}`);
    const { unmount, container } = render(
      <>
        {times % 10 === 0 && <ConnectorPicker definitions={thousands} onSelect={nothing} />}
        <ExecutePlayground {...run} result={file} />
        <ExecutePlayground {...run} running />
        <ConnectorList connectors={[connector]} onDisconnect={nothing} onRename={nothing} />
        <OAuthCallback status="completing" onClose={nothing} />
        <OAuthCallbackPage endpoint={null} />
      </>,
    );
    await act(async () => undefined);
    unmount();
    container.remove();
  }
  history.replaceState(null, '', address);
  // A page that is gone goes on asking for whoever holds the sign-in, for some seconds: here is the answer.
  holder.postMessage({ type: 'ack:outcome', attemptId, outcome: 'connected' });
  await expect.poll(() => lasting.there.channels).toBe(0);
  expect(Object.entries(lasting.made).filter(([, count]) => count === 0)).toEqual([]);
  expect(lasting.there).toEqual(NOTHING_LASTS);
  expect(page()).toEqual(before);
  holder.close();
});
