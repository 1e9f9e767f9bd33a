import type { Page } from 'playwright';
import { expect, title } from './ui.js';

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

/** The page that started the sign-in asks how it stands, as it does when it is looked at, and then asks again: the answer has ended nothing. */
export async function expectStillWaiting(page: Page): Promise<void> {
  for (let time = 1; time <= 2; time++) {
    const asked = page.waitForRequest((request) => request.method() === 'GET' && /\/attempts\/[^/]+$/.test(request.url()));
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await asked;
  }
  await expect(title(page)).toHaveText(/HubSpot window/);
}
