import type { Page } from 'playwright';
import { describe, it } from 'vitest';
import type { useDemo } from './harness.js';
import { expect, expectConnected, startHubSpot, title } from './ui.js';

const allow = (page: Page) => page.getByRole('button', { name: 'Allow' }).click();

/** Requests of a page to the backend's attempts, `POST complete` and the like. */
export function attemptsAsked(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const [, what] = /\/attempts\/([^/?]+)$/.exec(request.url()) ?? [];
    if (what !== undefined) asked.push(`${request.method()} ${what === 'complete' ? what : 'poll'}`);
  });
  return asked;
}

/** By what the page that waits hears of the end of a sign-in, in any browser. */
export function describeHowTold(kit: ReturnType<typeof useDemo>): void {
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
}
