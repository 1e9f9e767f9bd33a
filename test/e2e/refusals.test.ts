import { describe, it } from 'vitest';
import { useDemo } from './harness.js';
import { dialog, expect, fillStripe, finish, openConsent, press, startHubSpot, title } from './ui.js';

let offset = 0; // milliseconds by which the backend's clock runs ahead
const kit = useDemo({ handlerOptions: () => ({ now: () => Date.now() + offset }) });
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
  // Behind the dialog, where Airbyte still lists it for a moment.
  await expect(page.getByText('No services connected')).toBeAttached();
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

  it('says that a sign-in which took too long ended, and starts a new one', async () => {
    const page = await kit.open({ search });
    const popup = await startHubSpot(page);
    // The clock goes back only after the callback was judged by the late one.
    const judged = page.context().waitForEvent('response', (response) => response.url().endsWith('/attempts/complete'));
    offset = 16 * 60_000;
    try {
      await popup.getByRole('button', { name: 'Allow' }).click();
      await expect(title(page)).toHaveText(/took too long|ended/);
      await judged;
    } finally {
      offset = 0;
    }
    await (await openConsent(page, 'Try again')).getByRole('button', { name: 'Allow' }).click();
    await finish(page);
    expect(connectors()).toHaveLength(1);
  });
});
