import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { startDemo } from '../../../stories/demo/startDemo.js';
import type { Demo } from '../../e2e/harness.js';
import { demoWindow, dialogButton } from './demoWindow.js';
import { openWebKit, PATIENCE, type WebKitWindow, webKit } from './webDriver.js';

const COOP = { 'cross-origin-opener-policy': 'same-origin' };

describe.skipIf(webKit === null)('in WebKit (needs WebKitGTK)', () => {
  let demo: Demo;
  let page: WebKitWindow;
  let person: ReturnType<typeof demoWindow>;
  beforeAll(async () => {
    demo = await startDemo({ builtApp: inject('demoApp') });
  });
  beforeEach(async () => {
    page = await openWebKit();
    person = demoWindow(page);
    await page.goto(demo.origin);
    expect(await page.run("return fetch('/session?user=ada', { method: 'PUT' }).then(({ ok }) => ok)")).toBe(true);
    await page.goto(demo.origin);
  });
  afterEach(async () => {
    await page?.close();
    demo.sandbox.reset();
    demo.setAppHeaders({});
  });
  afterAll(() => demo?.close());

  const one = () => expect(demo.sandbox.connectors('ada')).toHaveLength(1);
  const startHubSpot = async () => {
    await person.pick('HubSpot');
    await page.click(dialogButton('Sign in with HubSpot'));
    return person.openConsent('Continue to');
  };
  const allowInWindow = async ({ opener, popup }: { opener: string; popup: string }) => {
    await page.switchTo(popup);
    await person.decide('Allow');
    await person.returnTo(opener);
    await person.expectConnected();
    one();
  };

  it('connects Stripe by key', async () => {
    await person.pick('Stripe');
    await page.type('rk_test_good', "//dialog//input[contains(@id, 'api_key')]");
    await page.type('acct_1Nv0FGQ9RKHgCVdK', "//dialog//input[contains(@id, 'account_id')]");
    await page.click(dialogButton('Connect Stripe'));
    await person.expectConnected();
    one();
  });

  it('connects HubSpot in a window that closes by itself', async () => {
    await allowInWindow(await startHubSpot());
  });

  it('connects where the consent page cuts its opener off', async () => {
    demo.sandbox.setConsentMode('coop');
    await allowInWindow(await startHubSpot());
  });

  it('connects where the host page cuts its windows off', async () => {
    demo.setAppHeaders(COOP);
    await page.goto(demo.origin);
    await allowInWindow(await startHubSpot());
  });

  it('goes on in the same tab when the window is blocked, and comes back connected', async () => {
    await page.goto(demo.origin);
    await page.run('window.open = () => null');
    await person.pick('HubSpot');
    await page.click(dialogButton('Sign in with HubSpot'));
    await page.click(dialogButton('Continue to'));
    await person.expectTitle(/^Your browser blocked the window$/);
    await page.click(dialogButton('Continue in this tab'));
    await person.decide('Allow');
    await person.expectConnected();
    expect(await page.url()).not.toMatch(/ack_state|secret_id|connector_id/);
    one();
  });

  it('says that access was denied, in the window and in the page', async () => {
    const { opener, popup } = await startHubSpot();
    await page.switchTo(popup);
    await person.decide('Deny');
    await expect.poll(() => page.text('//h1'), PATIENCE).toBe('You did not give access');
    await page.switchTo(opener);
    await person.expectTitle(/^You did not give access$/);
    expect(demo.sandbox.connectors()).toEqual([]);
  });
});
