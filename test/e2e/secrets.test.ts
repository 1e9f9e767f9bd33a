import { expect } from '@playwright/test';
import { it } from 'vitest';
import { useDemo } from './harness.js';
import { expectConnected, fillStripe, press, startHubSpot } from './ui.js';

const kit = useDemo();
const TYPED = 'rk_marked_typed_4f9a';

it('shows no secret in any answer, URL, storage, event, log or document once it was sent', async () => {
  const page = await kit.open();
  const seen: string[] = [];
  const context = page.context();
  context.on('response', async (response) => {
    if (!response.url().includes('/api/')) return;
    const body = await response.text().catch(() => '');
    seen.push(response.url(), JSON.stringify(await response.allHeaders().catch(() => ({}))), body);
  });
  context.on('request', (request) => seen.push(request.url(), request.headers().referer ?? ''));
  context.on('console', (message) => seen.push(message.text()));

  await fillStripe(page, { key: `${TYPED}_invalid` });
  await fillKeyAgain();
  await expectConnected(page);
  await press(page, 'Done');
  await (await startHubSpot(page)).getByRole('button', { name: 'Allow' }).click();
  await expectConnected(page);
  seen.push(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href, history.state])));
  seen.push(await page.evaluate(() => document.documentElement.outerHTML + [...document.querySelectorAll('input')].map(({ value }) => value).join()));

  const bearers = kit.demo.sandbox.requests.flatMap(({ headers }) => headers.authorization?.replace('Bearer ', '') ?? []);
  expect(bearers.length).toBeGreaterThan(0);
  const secrets = [TYPED, 'sandbox-client-secret', ...new Set(bearers)];
  const sandboxSaw = JSON.stringify(kit.demo.sandbox.requests);
  expect(sandboxSaw, 'the marked key really was sent').toContain(TYPED);
  expect(seen.length).toBeGreaterThan(20);
  for (const secret of secrets) expect(seen.filter((text) => text.includes(secret))).toEqual([]);

  async function fillKeyAgain() {
    const field = page.getByLabel('Secret key', { exact: true });
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await field.fill(TYPED);
    await press(page, 'Connect Stripe');
  }
});
