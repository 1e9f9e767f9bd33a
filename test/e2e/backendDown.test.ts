import { it } from 'vitest';
import { useDemo } from './harness.js';
import { expect, expectConnected, startHubSpot } from './ui.js';

const kit = useDemo();

it.each(['current', 'seed'])('the callback page connects once the backend is back (%s generation)', async (generation) => {
  const context = await kit.newContext();
  await context.clock.install();
  const page = await kit.open({ search: `?backend=${generation}`, context });
  const asked: string[] = [];
  await context.route('**/attempts/complete', async (route) => {
    asked.push(route.request().postData() ?? '');
    if (asked.length === 1) return route.abort();
    if (asked.length === 2) return route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' });
    return route.continue();
  });
  const popup = await startHubSpot(page);
  await popup.getByRole('button', { name: 'Allow' }).click();
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  expect(popup.url()).not.toMatch(/ack_state|secret_id|connector_id/);
  // It waits a second, then two: they pass on its clock, not on ours.
  await expect(async () => {
    await context.clock.fastForward('00:03');
    expect(asked).toHaveLength(3);
  }).toPass({ timeout: 15_000 });
  await expectConnected(page);
  expect(new Set(asked).size).toBe(1);
  expect(asked).toHaveLength(3);
  expect(kit.demo.sandbox.connectors()).toHaveLength(1);
});
