import { expect as impatient, type Page } from '@playwright/test';
import type { Demo } from './harness.js';

/** Playwright's own, which waits three times as long for what is to come: a busy machine is slow, not wrong. */
export const expect = impatient.configure({ timeout: 15_000 });

/** What a person does in the demo, in their words. */
export const dialog = (page: Page) => page.getByRole('dialog').or(page.getByRole('alertdialog'));
export const title = (page: Page) => dialog(page).getByRole('heading').first();
export const connectorRow = (page: Page, name: string | RegExp) => page.getByRole('listitem').filter({ hasText: name });

export async function openPicker(page: Page) {
  await page
    .getByRole('button', { name: /^Connect/ })
    .first()
    .click();
  await expect(page.getByRole('combobox', { name: 'Search services' })).toBeFocused();
}

/** Opens the flow and picks a service by searching for it, with the keyboard alone. */
export async function pick(page: Page, service: string) {
  await openPicker(page);
  await page.keyboard.type(service);
  await expect(dialog(page).getByRole('option', { name: new RegExp(service) })).toBeVisible();
  await page.keyboard.press('Enter');
}

export const press = (page: Page, name: string | RegExp) =>
  dialog(page)
    .getByRole('button', { name, exact: typeof name === 'string' })
    .click();

/** Types key by key: a stock Firefox under Playwright sets a value in one go so that React does not notice. */
export async function type(page: Page, label: string, text: string) {
  await dialog(page).getByLabel(label, { exact: true }).pressSequentially(text);
}

export async function fillStripe(page: Page, { key = 'rk_good', account = 'acct_1' } = {}) {
  await pick(page, 'Stripe');
  await type(page, 'Secret key', key);
  await type(page, 'Account ID', account);
  await press(page, 'Connect Stripe');
}

/** Presses the button that opens the sign-in window and answers with that window, at the sandbox's consent page. */
export async function openConsent(page: Page, name: string | RegExp = /^Continue to /): Promise<Page> {
  const [popup] = await Promise.all([page.waitForEvent('popup'), press(page, name)]);
  await expect(popup.getByRole('button', { name: 'Allow' })).toBeVisible();
  return popup;
}

export async function startHubSpot(page: Page): Promise<Page> {
  await pick(page, 'HubSpot');
  await press(page, /^Sign in with HubSpot/);
  return openConsent(page);
}

/** Signs in through this tab: the browser blocks the window. Ends at the consent page. */
export async function continueInTab(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.open = () => null;
  });
  await pick(page, 'HubSpot');
  await press(page, /^Sign in with HubSpot/);
  await press(page, /^Continue to /);
  await expect(title(page)).toHaveText('Your browser blocked the window');
  await press(page, 'Continue in this tab');
}

export const expectConnected = (page: Page) => expect(title(page)).toHaveText(/ is connected$/);

export async function finish(page: Page) {
  await expectConnected(page);
  await press(page, 'Done');
  await expect(dialog(page)).toHaveCount(0);
}

/** Lists an entity in the playground of the newest connector, then its second page; what the sandbox was asked for that. */
export async function askSecondPage(page: Page, demo: Demo) {
  const playground = page.locator('[data-ack-slot="playground"]');
  await playground.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(playground.getByText(/^\d+ records/)).toBeVisible();
  const first = await playground.getByRole('row').nth(1).textContent();
  await playground.getByRole('button', { name: 'Next page' }).click();
  await expect(playground.getByText(/^Page 2 · \d+ records/)).toBeVisible();
  await expect(playground.getByRole('row').nth(1)).not.toHaveText(first ?? '');
  return demo.sandbox.requests.findLast(({ path }) => path.endsWith('/execute'))?.body;
}
