import type { Page } from 'playwright';
import { connectorRow, expect, finish, openConsent, press } from '../e2e/ui.js';

/** A person connects HubSpot in a stranger's app, over the consent page and back, and finds it after a reload. */
export async function signsIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Connect HubSpot' }).click();
  await press(page, /^Sign in with HubSpot/);
  const popup = await openConsent(page);
  await popup.getByRole('button', { name: 'Allow' }).click();
  await finish(page);
  await expect.poll(() => popup.isClosed()).toBe(true);
  await page.reload();
  await expect(connectorRow(page, 'HubSpot')).toBeVisible();
}
