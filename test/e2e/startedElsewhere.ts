import type { Page } from 'playwright';
import { expect } from './ui.js';

/**
 * Finishes a consent link that another person started, and waits until the callback page says so. The page looks for the tab that holds the
 * sign-in for eight seconds first: they pass on its clock, not on ours.
 */
export async function finishForeignConsent(page: Page, link: string): Promise<void> {
  await page.clock.install();
  await page.goto(link);
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect(async () => {
    await page.clock.fastForward('00:09');
    await expect(page.getByRole('heading')).toHaveText('This sign-in was started elsewhere', { timeout: 500 });
  }).toPass({ timeout: 15_000 });
}
