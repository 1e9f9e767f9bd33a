import type { Page } from 'playwright';
import { describe, it } from 'vitest';
import { useDemo } from './harness.js';
import { expectStillWaiting, finishForeignConsent } from './startedElsewhere.js';
import { continueInTab, expect, expectConnected, finish, startHubSpot } from './ui.js';

const kit = useDemo();
const allow = (page: Page) => page.getByRole('button', { name: 'Allow' }).click();
const one = () => expect(kit.demo.sandbox.connectors()).toMatchObject([{ workspaceName: 'ada' }]);

/** What the browser holds of the backend, on `127.0.0.1`, and of the app, on `localhost`. */
const kept = async (page: Page) => ({
  cookies: (await page.context().cookies()).map(({ name }) => name).filter((name) => name.includes('ack-')),
  storage: await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])),
});

// The app on `localhost`, its backend on `127.0.0.1`: to a browser another site, whose cookies it does not keep.
describe.each(['elsewhere', 'elsewhere-seed'])('a backend on another site (%s)', (backend) => {
  const search = `?backend=${backend}`;

  it('connects in a window: the page that started completes, with its ticket', async () => {
    const page = await kit.open({ search });
    const popup = await startHubSpot(page);
    expect(await kept(page)).toEqual({ cookies: [], storage: '[{},{}]' });
    const completions: (string | null)[] = [];
    page.context().on('request', (request) => request.url().endsWith('/attempts/complete') && completions.push(request.postData()));
    await allow(popup);
    await expectConnected(page);
    await expect.poll(() => popup.isClosed()).toBe(true);
    await finish(page);
    // The callback page asks without a session, and only then hands over what it read.
    expect(completions.map((body) => body?.includes('"ticket"'))).toEqual([false, true]);
    one();
  });

  it('connects in the same tab, and leaves neither state nor ticket in storage', async () => {
    const page = await kit.open({ search });
    await continueInTab(page);
    await allow(page);
    await expectConnected(page);
    expect(page.url()).not.toMatch(/ack_state|secret_id|connector_id/);
    expect(await kept(page)).toEqual({ cookies: [], storage: '[{},{}]' });
    one();
  });
});

it('a backend on another site connects nothing for whoever is sent the link: their callback finds nobody who holds the ticket', async () => {
  const page = await kit.open({ search: '?backend=elsewhere' });
  const link = (await startHubSpot(page)).url();
  const ben = await kit.open({ user: 'ben', search: '?backend=elsewhere' });
  await finishForeignConsent(ben, link);
  await expectStillWaiting(page);
  expect(kit.demo.sandbox.connectors('ben')).toEqual([]);
});
