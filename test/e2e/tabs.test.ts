import { it } from 'vitest';
import { isCompletion, removals } from './completions.js';
import { useDemo } from './harness.js';
import { expect, expectConnected, startHubSpot, title } from './ui.js';

const kit = useDemo();

it.each(['current', 'seed'])('a sign-in that is begun in another tab ends the older one of the same service (%s generation)', async (generation) => {
  const search = `?backend=${generation}`;
  const old = await kit.open({ search });
  const oldPopup = await startHubSpot(old);
  const page = await kit.open({ search, context: old.context() });
  const popup = await startHubSpot(page);
  const refused = old.context().waitForEvent('response', (response) => isCompletion(response.request()));
  await oldPopup.getByRole('button', { name: 'Allow' }).click();
  await refused;
  await expect(title(old)).toHaveText('A newer sign-in was started');
  // Only in the current generation does Airbyte make it at the consent.
  await expect.poll(() => removals(kit.demo)).toHaveLength(generation === 'current' ? 1 : 0);
  expect(kit.demo.sandbox.connectors()).toEqual([]);
  await popup.getByRole('button', { name: 'Allow' }).click();
  await expectConnected(page);
  expect(kit.demo.sandbox.connectors()).toHaveLength(1);
});
