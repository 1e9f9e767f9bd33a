import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { startDemo } from '../../../stories/demo/startDemo.js';
import type { Demo } from '../../e2e/harness.js';
import { openWebKit, type WebKitWindow, webKit } from './webDriver.js';

const button = (name: string) => `//dialog//button[starts-with(normalize-space(), '${name}')]`;
const TITLE = "//dialog//*[@data-ack-slot='title']";

describe.skipIf(webKit === null)('in WebKit (needs WebKitGTK)', () => {
  let demo: Demo;
  let page: WebKitWindow;
  beforeAll(async () => {
    demo = await startDemo({ builtApp: inject('demoApp') });
  });
  beforeEach(async () => {
    page = await openWebKit();
    await page.goto(demo.origin);
    await page.run("return fetch('/session?user=ada', { method: 'PUT' }).then(() => location.reload())");
  });
  afterEach(async () => {
    await page?.close();
    demo.sandbox.reset();
  });
  afterAll(() => demo?.close());

  const pick = async (service: string) => {
    await page.click("//button[starts-with(normalize-space(), 'Connect')]");
    await page.type(service, "//dialog//input[@role='combobox']");
    await page.click(`//dialog//*[@role='option'][contains(normalize-space(), '${service}')]`);
  };

  it('connects Stripe by key', async () => {
    await pick('Stripe');
    await page.type('rk_test_good', "//dialog//input[contains(@id, 'api_key')]");
    await page.type('acct_1Nv0FGQ9RKHgCVdK', "//dialog//input[contains(@id, 'account_id')]");
    await page.click(button('Connect Stripe'));
    await expect.poll(() => page.text(TITLE), { timeout: 10_000 }).toMatch(/ is connected$/);
    expect(demo.sandbox.connectors('ada')).toHaveLength(1);
  });

  it('connects HubSpot in a window that closes by itself', async () => {
    const [opener = ''] = await page.windows();
    await pick('HubSpot');
    await page.click(button('Sign in with HubSpot'));
    await page.click(button('Continue to'));
    await expect.poll(() => page.windows(), { timeout: 10_000 }).toHaveLength(2);
    const popup = (await page.windows()).find((handle) => handle !== opener);
    await page.switchTo(popup ?? '');
    await page.click("//button[normalize-space()='Allow']");
    await expect.poll(() => page.windows(), { timeout: 10_000 }).toEqual([opener]);
    await page.switchTo(opener);
    await expect.poll(() => page.text(TITLE), { timeout: 10_000 }).toMatch(/ is connected$/);
    expect(demo.sandbox.connectors('ada')).toHaveLength(1);
  });
});
