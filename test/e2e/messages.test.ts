import type { Page } from 'playwright';
import { describe, it } from 'vitest';
import { useDemo } from './harness.js';
import { attemptsAsked, describeHowTold } from './howTold.js';
import { expect, expectConnected, finish, startHubSpot, title } from './ui.js';

const kit = useDemo();
const allow = (page: Page) => page.getByRole('button', { name: 'Allow' }).click();
const attemptOf = async (page: Page) => (await page.context().cookies()).find(({ name }) => name.startsWith('ack-'))?.name.slice('ack-'.length) ?? 'no attempt';

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

describeHowTold(kit);

/** Where the sandbox was asked to send the person back to. */
async function redirectOf(): Promise<string> {
  const started = kit.demo.sandbox.requests.findLast(({ path }) => path.endsWith('/oauth/initiate'));
  return String(Reflect.get(Object(started?.body), 'redirect_url'));
}
