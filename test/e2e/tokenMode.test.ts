import { describe, it } from 'vitest';
import { useDemo } from './harness.js';
import { askSecondPage, connectorRow, dialog, expect, expectConnected, fillStripe, pick, press, startHubSpot } from './ui.js';

const kit = useDemo();

it('connects Stripe with only the token endpoint of the backend: execute and a second page, while listing says why it cannot', async () => {
  const page = await kit.open({ search: '?backend=token' });
  const asked: string[] = [];
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin === kit.demo.origin && pathname.startsWith('/api/')) asked.push(`${request.method()} ${pathname}`);
  });
  await fillStripe(page);
  await expectConnected(page);
  expect(new Set(asked)).toEqual(new Set(['POST /api/airbyte-token/token']));
  expect(asked).toHaveLength(1);
  expect(kit.demo.sandbox.connectors('ada')).toHaveLength(1);
  await press(page, 'Done');
  await expect(page.getByText(/can.?not be listed|not available/i).first()).toBeVisible();
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
  expect(stored).toBe('[{},{},""]');
  expect(await askSecondPage(page, kit.demo)).toMatchObject({
    entity: 'customers',
    action: 'list',
    params: { starting_after: expect.stringMatching(/^cus_/) },
  });
  expect(new Set(asked), 'the backend is asked for tokens and nothing else').toEqual(new Set(['POST /api/airbyte-token/token']));
  await expect(connectorRow(page, 'Stripe')).toHaveCount(0);
});

it('connects HubSpot in a window, with parameters relayed to the page that holds the attempt', async () => {
  const page = await kit.open({ user: 'ben', search: '?backend=token' });
  await (await startHubSpot(page)).getByRole('button', { name: 'Allow' }).click();
  await expectConnected(page);
  expect(kit.demo.sandbox.connectors('ben')).toHaveLength(1);
});

describe('after Airbyte has forgotten its tokens', () => {
  // A backend of its own: one user's token is made anew once in ten minutes.
  const own = useDemo();

  it('does not leave the page where the window is blocked: the attempt lives in it', async () => {
    const page = await own.open({ search: '?backend=token' });
    await fillStripe(page);
    await expectConnected(page);
    // The backend holds a token of Ada's, which the emptied sandbox refuses.
    own.demo.sandbox.reset();
    await page.addInitScript(() => {
      window.open = () => null;
    });
    await page.reload();
    await pick(page, 'HubSpot');
    await press(page, /^Sign in with HubSpot/);
    await press(page, /^Continue to /);
    await expect(dialog(page).getByRole('link', { name: 'Open HubSpot' })).toBeVisible();
    await expect(dialog(page).getByRole('button', { name: 'Continue in this tab' })).toHaveCount(0);
    expect(own.demo.sandbox.connectors()).toHaveLength(0);
  });
});
