import { it } from 'vitest';
import { useDemo } from './harness.js';
import { expect, expectConnected, startHubSpot, title } from './ui.js';

const kit = useDemo();

it.each(['current', 'seed'])('a sign-in that is begun in another tab ends the older one of the same service (%s generation)', async (generation) => {
  const search = `?backend=${generation}`;
  const old = await kit.open({ search });
  const oldPopup = await startHubSpot(old);
  const page = await kit.open({ search, context: old.context() });
  const popup = await startHubSpot(page);
  await oldPopup.getByRole('button', { name: 'Allow' }).click();
  await expect(title(old)).toHaveText('A newer sign-in was started');
  await expect.poll(() => kit.demo.sandbox.connectors()).toEqual([]);
  await popup.getByRole('button', { name: 'Allow' }).click();
  await expectConnected(page);
  expect(kit.demo.sandbox.connectors()).toHaveLength(1);
});
