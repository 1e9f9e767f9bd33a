import { expect } from '@playwright/test';
import { describe, it } from 'vitest';
import { useDemo } from './harness.js';
import { connectorRow, dialog, expectConnected, fillStripe, finish, openConsent, pick, press, startHubSpot, title } from './ui.js';

let offset = 0; // milliseconds by which the backend's clock runs ahead
const kit = useDemo({ handlerOptions: { now: () => Date.now() + offset } });
const connectors = () => kit.demo.sandbox.connectors();

it('refuses a key that the service refuses: at the field, by name, with what was typed kept and no connector left', async () => {
  const page = await kit.open();
  await fillStripe(page, { key: 'rk_invalid_1' });
  const field = dialog(page).getByLabel('Secret key', { exact: true });
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(/Stripe/);
  await expect(field).toHaveValue('rk_invalid_1');
  await expect(field).toBeFocused();
  expect(connectors()).toHaveLength(0);
  await field.fill('rk_test_good');
  await press(page, 'Connect Stripe');
  await finish(page);
  expect(connectors()).toHaveLength(1);
});

describe.each(['current', 'seed'])('the %s generation', (generation) => {
  const search = `?backend=${generation}`;

  it('says that access was denied, and connects at the next try', async () => {
    const page = await kit.open({ search });
    const popup = await startHubSpot(page);
    await popup.getByRole('button', { name: 'Deny' }).click();
    await expect(title(page)).toHaveText('You did not give access');
    expect(connectors()).toHaveLength(0);
    await (await openConsent(page, 'Try again')).getByRole('button', { name: 'Allow' }).click();
    await finish(page);
    expect(connectors()).toHaveLength(1);
  });

  it('goes on in the same tab when the browser blocks the window, and comes back connected', async () => {
    const page = await kit.open({ search });
    await page.addInitScript(() => {
      window.open = () => null;
    });
    await page.reload();
    await pick(page, 'HubSpot');
    await press(page, /^Sign in with HubSpot/);
    await press(page, /^Continue to /);
    await expect(title(page)).toHaveText('Your browser blocked the window');
    await press(page, 'Continue in this tab');
    await page.getByRole('button', { name: 'Allow' }).click();
    await expectConnected(page);
    expect(new URL(page.url()).pathname).toBe('/');
    expect(page.url()).not.toMatch(/ack_state|secret_id|connector_id/);
    expect(connectors()).toHaveLength(1);
  });

  it('opens the window again after it was closed', async () => {
    const page = await kit.open({ search });
    await (await startHubSpot(page)).close();
    await expect(title(page)).toHaveText('Did the HubSpot window close?');
    await (await openConsent(page, 'Open HubSpot again')).getByRole('button', { name: 'Allow' }).click();
    await finish(page);
    expect(connectors()).toHaveLength(1);
  });

  it('says that a sign-in which took too long ended, and starts a new one', async () => {
    const page = await kit.open({ search });
    const popup = await startHubSpot(page);
    offset = 16 * 60_000;
    try {
      await popup.getByRole('button', { name: 'Allow' }).click();
      await expect(title(page)).toHaveText(/took too long|ended/);
    } finally {
      offset = 0;
    }
    await (await openConsent(page, 'Try again')).getByRole('button', { name: 'Allow' }).click();
    await finish(page);
    expect(connectors()).toHaveLength(1);
  });

  it('connects once when the callback is loaded twice', async () => {
    const page = await kit.open({ search });
    const popup = await startHubSpot(page);
    const landed = page.context().waitForEvent('request', (request) => request.url().includes('/connected?'));
    await popup.getByRole('button', { name: 'Allow' }).click();
    const callback = (await landed).url();
    await expectConnected(page);
    const second = await page.context().newPage();
    await second.goto(callback);
    await expect(second.getByRole('heading')).toHaveText(/HubSpot.* is connected/);
    expect(second.url()).not.toContain('ack_state');
    expect(connectors()).toHaveLength(1);
  });
});

describe('a consent page that cuts the opener (COOP same-origin)', () => {
  const cut = useDemo({ sandbox: { consentMode: 'coop' } });

  it.each(['current', 'seed'])('completes in the %s generation', async (generation) => {
    const page = await cut.open({ search: `?backend=${generation}` });
    const popup = await startHubSpot(page);
    await popup.getByRole('button', { name: 'Allow' }).click();
    await finish(page);
    await expect(connectorRow(page, 'HubSpot')).toBeVisible();
    expect(cut.demo.sandbox.connectors()).toHaveLength(1);
  });
});
