import { describe, it } from 'vitest';
import { useDemo } from './harness.js';
import { askSecondPage, connectorRow, dialog, expect, expectConnected, fillStripe, finish, openConsent, pick, press, startHubSpot, title } from './ui.js';

const kit = useDemo();

describe.each(['current', 'seed'])('the %s generation', (generation) => {
  const search = `?backend=${generation}`;

  it('connects Stripe by key, lists it after a reload, shows customers and a second page, and disconnects it', async () => {
    const page = await kit.open({ search });
    await fillStripe(page);
    await finish(page);
    await page.reload();
    await expect(connectorRow(page, 'Stripe')).toBeVisible();
    expect(await askSecondPage(page, kit.demo)).toMatchObject({
      entity: 'customers',
      action: 'list',
      params: { starting_after: expect.stringMatching(/^cus_/) },
    });
    await connectorRow(page, 'Stripe')
      .getByRole('button', { name: /^More for/ })
      .click();
    await page.getByRole('menuitem', { name: 'Disconnect' }).click();
    await expect(dialog(page).getByRole('button', { name: /^Keep/ })).toBeFocused();
    await press(page, /^Disconnect /);
    await expect(connectorRow(page, 'Stripe')).toHaveCount(0);
    expect(kit.demo.sandbox.connectors('ada')).toHaveLength(0);
  });

  it('connects HubSpot in a window, over the consent page on another site and back', async () => {
    const page = await kit.open({ search });
    const popup = await startHubSpot(page);
    expect(new URL(popup.url()).hostname).toBe('127.0.0.1');
    await expect(title(page)).toHaveText('Finish in the HubSpot window');
    await popup.getByRole('button', { name: 'Allow' }).click();
    await expectConnected(page);
    await expect.poll(() => popup.isClosed()).toBe(true);
    await finish(page);
    await page.reload();
    await expect(connectorRow(page, 'HubSpot')).toBeVisible();
    expect(await askSecondPage(page, kit.demo)).toMatchObject({ entity: 'contacts', action: 'list', params: { after: expect.any(String) } });
    expect(kit.demo.sandbox.connectors('ada')).toHaveLength(1);
  });

  it('asks Zendesk’s subdomain before consent, then lists tickets by page number', async () => {
    const page = await kit.open({ search });
    await pick(page, 'Zendesk Support');
    await press(page, /^Sign in with Zendesk/);
    await press(page, /^Continue to /);
    await expect(dialog(page).getByLabel('Zendesk subdomain')).toBeFocused();
    expect(page.context().pages()).toHaveLength(1);
    await dialog(page).getByLabel('Zendesk subdomain').fill('acme');
    const popup = await openConsent(page);
    await popup.getByRole('button', { name: 'Allow' }).click();
    await finish(page);
    expect(await askSecondPage(page, kit.demo)).toMatchObject({ entity: 'tickets', action: 'list', params: { page: 2 } });
  });

  it('lists all three after a reload', async () => {
    const page = await kit.open({ search });
    await fillStripe(page);
    await finish(page);
    await (await startHubSpot(page)).getByRole('button', { name: 'Allow' }).click();
    await finish(page);
    await pick(page, 'Zendesk Support');
    await press(page, /^API token/);
    await dialog(page).getByLabel('Zendesk subdomain').fill('acme');
    await dialog(page).getByLabel('Email address').fill('agent@acme.example');
    await dialog(page).getByLabel('API token', { exact: true }).fill('zd_token');
    await press(page, /^Connect Zendesk/);
    await finish(page);
    await page.reload();
    for (const service of ['Stripe', 'HubSpot', 'Zendesk Support']) await expect(connectorRow(page, service)).toBeVisible();
  });
});

it('offers the picker again after a connection', async () => {
  const page = await kit.open();
  await fillStripe(page);
  await expectConnected(page);
  await press(page, /^Connect another/);
  await expect(page.getByRole('combobox', { name: 'Search services' })).toBeVisible();
});
