import type { BrowserContext, Page } from 'playwright';
import { it } from 'vitest';
import { useDemo } from './harness.js';
import { askSecondPage, expect, expectConnected, fillStripe, finish, press, startHubSpot } from './ui.js';

const kit = useDemo();
const TYPED = 'rk_marked_typed_4f9a';

/** Keeps all that a browser shows of its traffic. `settled` waits for what is still being read. */
async function listen(context: BrowserContext) {
  const seen: string[] = [];
  /** `POST /connectors` of the handler and the like, whose answers were read. */
  const read: string[] = [];
  const reading: Promise<void>[] = [];
  // Fetched from here, every body: one that the browser holds is lost with the window that closes itself.
  await context.route(
    ({ origin }) => origin === kit.demo.origin || origin === kit.demo.consentUrl,
    async (route) => {
      const request = route.request();
      if (request.isNavigationRequest() && request.method() === 'POST') return route.continue();
      const response = await route.fetch({ maxRedirects: 0 });
      seen.push(await response.text(), JSON.stringify(response.headersArray()));
      read.push(`${request.method()} ${new URL(request.url()).pathname.replace('/api/airbyte', '').replace(/[0-9a-f-]{36}/, ':id')}`);
      return route.fulfill({ response });
    },
  );
  context.on('response', (response) => {
    seen.push(response.url());
    // The window may be gone before all headers are read: then those that came with the answer.
    const note = async () => void seen.push(JSON.stringify(await response.allHeaders().catch(() => response.headers())));
    reading.push(note());
  });
  context.on('request', (request) => seen.push(request.url(), JSON.stringify(request.headers())));
  context.on('console', (message) => seen.push(`${message.page()?.url()} ${message.text()}`));
  context.on('weberror', (error) => seen.push(`${error.error().stack}`));
  const settled = async () => {
    await context.unrouteAll({ behavior: 'wait' });
    await Promise.all(reading);
  };
  return { seen, read, settled };
}

/** What a page keeps: storage of every kind, its address and history, its document and what its fields hold. */
const keptBy = (page: Page) =>
  page.evaluate(async () => {
    const stored = [{ ...localStorage }, { ...sessionStorage }, document.cookie, await indexedDB.databases(), await caches.keys()];
    const fields = [...document.querySelectorAll('input')].map(({ value }) => value);
    return JSON.stringify([stored, location.href, history.state, document.documentElement.outerHTML, fields, Reflect.get(window, 'name')]);
  });

it('shows no secret in any answer, URL, storage, event, log, error or document once it was sent', async () => {
  const context = await kit.newContext();
  const { seen, read, settled } = await listen(context);
  const page = await kit.open({ context });
  await page.evaluate(() => console.info('control: the console is heard'));

  await fillStripe(page, { key: `${TYPED}_invalid` });
  await fillKeyAgain();
  await expectConnected(page);
  seen.push(await keptBy(page));
  await press(page, 'Done');
  const popup = await startHubSpot(page);
  await popup.evaluate(() => {
    console.info('control: the window is heard');
    setTimeout(() => {
      throw new Error('control: errors are heard');
    });
  });
  seen.push(await keptBy(popup));
  await popup.getByRole('button', { name: 'Allow' }).click();
  await expectConnected(page);
  await finish(page);
  await askSecondPage(page, kit.demo);
  for (const open of context.pages()) seen.push(await keptBy(open));
  seen.push(JSON.stringify(await context.storageState({ indexedDB: true })));
  await settled();

  expect(read).toEqual(
    expect.arrayContaining([
      'POST /connectors',
      'POST /connectors/:id/check',
      'POST /connectors/:id/execute',
      'POST /attempts',
      'POST /attempts/complete',
      'GET /connectors',
      'GET /consent',
    ]),
  );
  expect(read, 'the scripts of the window that closes itself').toContainEqual(expect.stringMatching(/^GET \/assets\/connected-.*\.js$/));
  for (const control of ['the console is heard', 'the window is heard', 'errors are heard', 'ack-wire', '"connector":', '"consentUrl":', '"recordsAt":']) {
    expect(seen.filter((text) => text.includes(control)).length, control).toBeGreaterThan(0);
  }
  const bearers = kit.demo.sandbox.requests.flatMap(({ headers }) => headers.authorization?.replace('Bearer ', '') ?? []);
  const secrets = [TYPED, 'sandbox-client-secret', ...new Set(bearers)];
  expect(secrets.length).toBeGreaterThan(3);
  expect(JSON.stringify(kit.demo.sandbox.requests), 'the marked key really was sent').toContain(TYPED);
  for (const secret of secrets) expect(seen.filter((text) => text.includes(secret)).map((text) => text.slice(0, 300))).toEqual([]);

  async function fillKeyAgain() {
    const field = page.getByLabel('Secret key', { exact: true });
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await field.fill(TYPED);
    await press(page, 'Connect Stripe');
  }
});
