import { expect } from '@playwright/test';
import { it } from 'vitest';
import { useDemo } from './harness.js';
import { dialog, pick, press } from './ui.js';

// A file of its own: the demo's backend keeps a person's token over the tests of a file, and the sandbox forgets it between them.
const kit = useDemo();

it('does not leave the page where the window is blocked: the attempt lives in it', async () => {
  const page = await kit.open({ search: '?backend=token' });
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await page.reload();
  await pick(page, 'HubSpot');
  await press(page, /^Sign in with HubSpot/);
  await press(page, /^Continue to /);
  await expect(dialog(page).getByRole('link', { name: 'Open HubSpot' })).toBeVisible();
  await expect(dialog(page).getByRole('button', { name: 'Continue in this tab' })).toHaveCount(0);
  expect(kit.demo.sandbox.connectors()).toHaveLength(0);
});
