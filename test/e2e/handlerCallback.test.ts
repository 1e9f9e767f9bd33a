import type { BrowserContext, Page } from 'playwright';
import { describe, it } from 'vitest';
import { endpointOf } from '../../stories/demo/backends.js';
import { useDemo } from './harness.js';
import { connectorRow, continueInTab, expect, expectConnected, startHubSpot } from './ui.js';

const GENERATIONS = ['current', 'seed'] as const;
type Generation = (typeof GENERATIONS)[number];

/** A demo whose consents come back to the handler itself. */
function useOwnCallback(generation: Generation, sandbox?: { consentMode: 'coop' }) {
  const callbackAt = (origin: string) => `${origin}${endpointOf(generation)}/callback`;
  const kit = useDemo({ sandbox, handlerOptions: (origin) => ({ callbackUrl: callbackAt(origin), returnPaths: ['/'] }) });
  return { kit, callbackUrl: () => callbackAt(kit.demo.origin), search: `?backend=${generation}` };
}

/** What the callback's page was sent, where it went, what it loaded and what it complained of, in whichever window it was. */
function listenTo(context: BrowserContext, callbackUrl: string) {
  const heard = { complaints: [] as string[], addresses: [] as string[], loaded: [] as string[], policies: [] as (string | undefined)[] };
  const isCallback = (url: string | undefined) => url?.startsWith(callbackUrl) === true;
  context.on('console', (message) => {
    if (isCallback(message.location().url) || message.text().includes('Content Security Policy')) heard.complaints.push(message.text());
  });
  context.on('weberror', (error) => void (isCallback(error.page()?.url()) && heard.complaints.push(String(error.error()))));
  context.on('response', (response) => {
    if (isCallback(response.url())) heard.policies.push(response.headers()['content-security-policy']);
  });
  context.on('page', (page) => {
    page.on('framenavigated', (frame) => void (isCallback(frame.url()) && heard.addresses.push(frame.url())));
    page.on('request', (request) => void (isCallback(request.frame().url()) && heard.loaded.push(request.url())));
  });
  return heard;
}

/** Notes in the page what windows tell it. */
const noteMessages = (page: Page) =>
  page.addInitScript(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    window.addEventListener('message', ({ data, origin }) => void (data?.type === 'ack:outcome' && told.push({ ...data, origin })));
  });

const toldTo = (page: Page) => page.evaluate(() => Reflect.get(window, 'told') as unknown[]); // SAFETY: as `noteMessages` has made it.

describe.each(GENERATIONS)("the handler's own callback, in the %s generation", (generation) => {
  const { kit, callbackUrl, search } = useOwnCallback(generation);

  it('runs under its policy, tells the window that started, takes what it was sent out of the address, and closes', async () => {
    const page = await kit.open({ search });
    await noteMessages(page);
    await page.reload();
    const heard = listenTo(page.context(), callbackUrl());
    const popup = await startHubSpot(page);
    const closed = popup.waitForEvent('close');
    await popup.getByRole('button', { name: 'Allow' }).click();
    await closed;
    await expectConnected(page);
    expect(kit.demo.sandbox.connectors('ada')).toHaveLength(1);
    // The poll may have been faster than the message.
    await expect.poll(() => toldTo(page)).toEqual([{ type: 'ack:outcome', attemptId: expect.any(String), outcome: 'connected', origin: kit.demo.origin }]);
    expect(heard.addresses.at(-1)).toBe(`${callbackUrl()}?`);
    expect(heard.policies).toEqual([expect.stringMatching(/^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+';/)]);
    expect(heard.complaints).toEqual([]);
    expect(heard.loaded.filter((url) => !url.startsWith(callbackUrl()))).toEqual([]);
  });

  it('leads a tab back to where the sign-in began, when the browser blocks the window', async () => {
    const page = await kit.open({ search });
    await continueInTab(page);
    await page.getByRole('button', { name: 'Allow' }).click();
    await expect(page).toHaveURL(`${kit.demo.origin}/${search}`);
    await expectConnected(page);
    expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
    await expect(connectorRow(page, 'HubSpot')).toBeAttached();
    expect(kit.demo.sandbox.connectors('ada')).toHaveLength(1);
  });

  it('says nothing false when it is loaded again', async () => {
    const page = await kit.open({ search });
    await page.goto(`${callbackUrl()}?`);
    await expect(page.getByRole('heading')).toHaveText('There is no sign-in to finish');
  });
});

describe("the handler's own callback behind a consent page that cuts the opener", () => {
  const { kit, callbackUrl, search } = useOwnCallback('seed', { consentMode: 'coop' });

  it('is reported by the poll where no message and no channel arrives', async () => {
    const page = await kit.open({ search });
    await noteMessages(page);
    await page.addInitScript(() => {
      // The page is deaf to channels, as one on another origin of the callback's site would be.
      Object.defineProperty(BroadcastChannel.prototype, 'onmessage', { set: () => undefined });
      BroadcastChannel.prototype.addEventListener = () => undefined;
    });
    await page.reload();
    const heard = listenTo(page.context(), callbackUrl());
    const popup = await startHubSpot(page);
    await popup.getByRole('button', { name: 'Allow' }).click();
    await expectConnected(page);
    await expect.poll(() => popup.isClosed()).toBe(true);
    expect(await toldTo(page)).toEqual([]);
    expect(heard.complaints).toEqual([]);
    expect(kit.demo.sandbox.connectors('ada')).toHaveLength(1);
  });
});
