import { describe, it } from 'vitest';
import { useDemo } from '../../e2e/harness.js';
import { connectorRow, expect, expectConnected, fillStripe, finish, startHubSpot } from '../../e2e/ui.js';
import { firefoxPath, launchFirefox } from './launchFirefox.js';

describe.skipIf(firefoxPath === null)('in Firefox (needs Firefox)', () => {
  const kit = useDemo({ launch: launchFirefox });

  it('connects Stripe by key and lists it after a reload', async () => {
    const page = await kit.open();
    await fillStripe(page);
    await finish(page);
    await page.reload();
    await expect(connectorRow(page, 'Stripe')).toBeVisible();
    expect(kit.demo.sandbox.connectors('ada')).toHaveLength(1);
  });

  it.each(['current', 'seed'])('connects HubSpot in a window in the %s generation', async (generation) => {
    const page = await kit.open({ search: `?backend=${generation}` });
    const popup = await startHubSpot(page);
    await popup.getByRole('button', { name: 'Allow' }).click();
    await expectConnected(page);
    await expect.poll(() => popup.isClosed()).toBe(true);
    await finish(page);
    expect(kit.demo.sandbox.connectors('ada')).toHaveLength(1);
  });
});
