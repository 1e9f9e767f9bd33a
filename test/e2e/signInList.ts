import type { Page } from 'playwright';
import { describe, it } from 'vitest';
import type { useDemo } from './harness.js';
import { connectorRow, continueInTab, expect, expectConnected, finish, openConsent, startHubSpot, title } from './ui.js';

const COOP = { 'cross-origin-opener-policy': 'same-origin' };
type Kit = ReturnType<typeof useDemo>;

const allow = (page: Page) => page.getByRole('button', { name: 'Allow' }).click();

/** What any browser must get through. A sign-in ends with one connector, counted at the sandbox, however it was got there. */
export function describeSignIns(kit: Kit): void {
  const one = () => expect(kit.demo.sandbox.connectors()).toHaveLength(1);

  describe.each(['current', 'seed'])('the %s generation', (generation) => {
    const search = `?backend=${generation}`;

    it.each(['consent page', 'host page', 'consent page and the host page'])('connects where Cross-Origin-Opener-Policy cuts the %s off', async (cut) => {
      if (cut.includes('consent')) kit.demo.sandbox.setConsentMode('coop');
      if (cut.includes('host')) kit.demo.setAppHeaders(COOP);
      const page = await kit.open({ search });
      const popup = await startHubSpot(page);
      await allow(popup);
      await finish(page);
      await expect.poll(() => popup.isClosed()).toBe(true);
      await expect(connectorRow(page, 'HubSpot')).toBeVisible();
      one();
    });

    it('goes on in the same tab when the browser blocks the window, and comes back connected', async () => {
      const page = await blocked(kit, search);
      await allow(page);
      await expectConnected(page);
      expect(new URL(page.url()).pathname).toBe('/');
      expect(page.url()).not.toMatch(/ack_state|secret_id|connector_id/);
      one();
    });

    it('opens the window again after it was closed', async () => {
      const page = await kit.open({ search });
      await (await startHubSpot(page)).close();
      await expect(title(page)).toHaveText('Did the HubSpot window close?');
      await allow(await openConsent(page, 'Open HubSpot again'));
      await finish(page);
      one();
    });

    it('connects once when the callback is loaded twice', async () => {
      const page = await kit.open({ search });
      const popup = await startHubSpot(page);
      const landed = page.context().waitForEvent('request', (request) => request.url().includes('/connected?'));
      await allow(popup);
      const callback = (await landed).url();
      await expectConnected(page);
      const second = await page.context().newPage();
      await second.goto(callback, { waitUntil: 'commit' });
      // Some browsers let a tab close itself although no script has opened it.
      const says = () =>
        second.textContent('body').then(
          (text) => text ?? '',
          () => (second.isClosed() ? 'closed' : 'loading'),
        );
      await expect.poll(says).toMatch(/HubSpot.* is connected|^closed$/);
      expect(second.url()).not.toContain('ack_state');
      one();
    });
  });

  it('connects once when the callback is reloaded while the backend is still at it', async () => {
    const page = await kit.open({ search: '?backend=seed' });
    const popup = await startHubSpot(page);
    const { reached } = kit.upstream.hold('/integrations/connectors');
    await allow(popup);
    await reached;
    await popup.reload();
    await expect(popup.getByRole('heading')).toBeVisible();
    kit.upstream.open();
    await finish(page);
    one();
  });

  it('connects where the callback lands in another tab', async () => {
    const page = await kit.open({ search: '?backend=current' });
    const popup = await startHubSpot(page);
    const decided = await popup.request.post(popup.url(), { form: { decision: 'approve' }, maxRedirects: 0 });
    const other = await page.context().newPage();
    await other.goto(decided.headers().location ?? '');
    await finish(page);
    one();
  });

  it('connects once when the person goes back to the consent page and agrees again', async () => {
    const page = await blocked(kit, '?backend=seed');
    await allow(page);
    await expectConnected(page);
    await page.goBack();
    // Some browsers show the page again as it was, some ask for it anew.
    await allow(page);
    await expect(page.getByRole('heading').first()).toHaveText(/HubSpot.* is connected|sign-in/);
    one();
    await page.goto(`${kit.demo.origin}/?backend=seed`);
    await expect(connectorRow(page, 'HubSpot')).toHaveCount(1);
  });

  it('starts anew after the back button on the consent page', async () => {
    // A browser must ask for the page anew: the drivers do not see one that comes out of its memory.
    kit.demo.setAppHeaders({ 'cache-control': 'no-store' });
    const page = await blocked(kit, '?backend=current');
    await page.goBack();
    await page.goto(`${kit.demo.origin}/?backend=current`);
    await allow(await startHubSpot(page));
    await finish(page);
    one();
  });
}

/** At the consent page, in the tab itself: the browser has blocked the window. */
async function blocked(kit: Kit, search: string): Promise<Page> {
  const page = await kit.open({ search });
  await continueInTab(page);
  await expect(page.getByRole('button', { name: 'Allow' })).toBeVisible();
  return page;
}
