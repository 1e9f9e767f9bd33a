import { expect } from '@playwright/test';
import type { Page } from 'playwright';
import { describe, it } from 'vitest';
import { useDemo } from './harness.js';
import { expectConnected, finish, startHubSpot, title } from './ui.js';

const kit = useDemo();
const allow = (page: Page) => page.getByRole('button', { name: 'Allow' }).click();
const attemptOf = async (page: Page) => (await page.context().cookies()).find(({ name }) => name.startsWith('ack-'))?.name.slice('ack-'.length) ?? 'no attempt';

/** Requests of a page to the backend's attempts, `POST complete` and the like. */
function attemptsAsked(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const [, what] = /\/attempts\/([^/?]+)$/.exec(request.url()) ?? [];
    if (what !== undefined) asked.push(`${request.method()} ${what === 'complete' ? what : 'poll'}`);
  });
  return asked;
}

describe('messages to the page that waits', () => {
  // Guard: the origin of a message, and the backend's word on what it says.
  it.each(['token', 'current'])('from another origin complete nothing and settle nothing (%s)', async (backend) => {
    const page = await kit.open({ search: `?backend=${backend}` });
    const popup = await startHubSpot(page);
    const attemptId = backend === 'token' ? new URL(await redirectOf()).searchParams.get('ack_state')?.split('.')[0] : await attemptOf(page);
    const state = new URL(await redirectOf()).searchParams.get('ack_state');
    await page.evaluate(() => {
      Object.assign(window, { heard_: 0 });
      addEventListener('message', () => Object.assign(window, { heard_: Reflect.get(window, 'heard_') + 1 }));
    });
    const asked = attemptsAsked(page);
    // The consent page's own window, on another origin, knows everything that it could know, and says it to anybody.
    await popup.evaluate(
      ([id, whole]) => {
        const messages = [
          { type: 'ack:outcome', attemptId: id, outcome: 'connected' },
          { type: 'ack:outcome', attemptId: id, outcome: 'failed' },
          { type: 'ack:params', attemptId: id, state: whole, params: { connector_id: '00000000-0000-4000-8000-000000000000' } },
          { type: 'ack:params', attemptId: id, state: whole, params: { error: 'access_denied' } },
        ];
        for (const message of messages) window.opener.postMessage(message, '*');
      },
      [attemptId, state] as const,
    );
    await expect.poll(() => page.evaluate(() => Reflect.get(window, 'heard_'))).toBe(4);
    await expect(title(page)).toHaveText('Finish in the HubSpot window');
    expect(asked).not.toContain('POST complete');
    expect(kit.demo.sandbox.connectors()).toEqual([]);
    await allow(popup);
    await finish(page);
    expect(kit.demo.sandbox.connectors()).toHaveLength(1);
  });

  // Guard: only the api's answer settles; a state that it does not hold is passed over.
  it('from another window of the same origin are hints only: a lie settles nothing', async () => {
    const page = await kit.open();
    const popup = await startHubSpot(page);
    const attemptId = await attemptOf(page);
    const liar = await page.context().newPage();
    await liar.goto(kit.demo.origin);
    const asked = attemptsAsked(page);
    await liar.evaluate((id) => {
      const channel = new BroadcastChannel(`ack-${id}`);
      channel.postMessage({ type: 'ack:outcome', attemptId: id, outcome: 'connected' });
      channel.postMessage({ type: 'ack:params', attemptId: id, state: `${id}.${'A'.repeat(43)}`, params: { error: 'access_denied' } });
    }, attemptId);
    await expect.poll(() => asked).toContain('POST complete');
    await expect(title(page)).toHaveText('Finish in the HubSpot window');
    await liar.close();
    await allow(popup);
    await expectConnected(page);
    expect(kit.demo.sandbox.connectors()).toHaveLength(1);
  });
});

describe('how the page that waits is told, on a clock that stands still', () => {
  /** A page that waits, of which no timer runs and which does not hear that it is looked at again; and its sign-in window. */
  async function waiting({ channel }: { channel: boolean }) {
    const context = await kit.newContext();
    await context.addInitScript((lives) => {
      const drop = (event: Event) => event.stopImmediatePropagation();
      addEventListener('focus', drop, true);
      addEventListener('visibilitychange', drop, true);
      if (!lives) Reflect.deleteProperty(window, 'BroadcastChannel');
    }, channel);
    const page = await kit.open({ context });
    await page.clock.install();
    const popup = await startHubSpot(page);
    const asked = attemptsAsked(page);
    await page.clock.pauseAt(Date.now() + 60_000);
    // What was asked before the callback page had its answer does not count.
    context.on('response', (response) => response.url().endsWith('/attempts/complete') && asked.splice(0));
    return { page, popup, asked };
  }

  // Guard: the listeners on channel and window.
  it.each(['plain', 'coop'] as const)('by a message, before the first poll, where a channel lives (consent page: %s)', async (mode) => {
    kit.demo.sandbox.setConsentMode(mode);
    const { page, popup, asked } = await waiting({ channel: true });
    await allow(popup);
    await expect(title(page)).not.toHaveText(/HubSpot window/);
    expect(asked).toEqual(['GET poll']);
    expect(kit.demo.sandbox.connectors()).toHaveLength(1);
  });

  it('by the poll where there is neither a channel nor an opener', async () => {
    kit.demo.sandbox.setConsentMode('coop');
    const { page, popup, asked } = await waiting({ channel: false });
    const closed = popup.waitForEvent('close');
    await allow(popup);
    // It closes itself once it has told whom it could.
    await closed;
    expect(asked).toEqual([]);
    await expect(title(page)).toHaveText(/HubSpot window/);
    await page.clock.resume();
    await expectConnected(page);
    expect(kit.demo.sandbox.connectors()).toHaveLength(1);
  });
});

/** Where the sandbox was asked to send the person back to. */
async function redirectOf(): Promise<string> {
  const started = kit.demo.sandbox.requests.findLast(({ path }) => path.endsWith('/oauth/initiate'));
  return String(Reflect.get(Object(started?.body), 'redirect_url'));
}
