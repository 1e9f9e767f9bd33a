import type { BrowserContext, Page } from 'playwright';
import { beforeEach, describe, it } from 'vitest';
import { callback } from '../../src/i18n/index.js';
import { useDemo } from './harness.js';
import { askSecondPage, connectorRow, continueInTab, expect, expectConnected, fillStripe, finish, press, startHubSpot } from './ui.js';

// As strict as a host's can be: `docs/security.md` names it. `data:` is for the demo's own empty icon, the kit needs no image.
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const kit = useDemo();
beforeEach(() => kit.demo.setAppHeaders({ 'content-security-policy': POLICY }));

/** What the pages and windows of a browser do against the policy, and what fails in them, from before their first script runs. */
async function watch(context: BrowserContext): Promise<string[]> {
  const violations: string[] = [];
  await context.exposeFunction('tellViolation', (what: string) => violations.push(what));
  await context.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, sample }) =>
      Reflect.get(window, 'tellViolation')([effectiveDirective, blockedURI, sourceFile, sample].join(' ')),
    ),
  );
  context.on('console', (message) => /content security policy|trusted ?(types|html|script)/i.test(message.text()) && violations.push(message.text()));
  context.on('weberror', (failure) => violations.push(String(failure.error())));
  return violations;
}

async function openWatched() {
  const context = await kit.newContext();
  const violations = await watch(context);
  return { page: await kit.open({ context }), violations };
}

const allow = (page: Page) => page.getByRole('button', { name: 'Allow' }).click();

describe('an app whose pages may use their own scripts, styles and backend, and nothing else', () => {
  it('connects by key, lists, shows and saves an answer, and disconnects, without a violation', async () => {
    const { page, violations } = await openWatched();
    await fillStripe(page);
    await finish(page);
    await page.reload();
    await askSecondPage(page, kit.demo);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download result' }).click();
    expect((await saved).suggestedFilename()).toMatch(/\.json$/);
    await connectorRow(page, 'Stripe')
      .getByRole('button', { name: /^More for/ })
      .click();
    await page.getByRole('menuitem', { name: 'Disconnect' }).click();
    await press(page, /^Disconnect /);
    await expect(connectorRow(page, 'Stripe')).toHaveCount(0);
    expect(violations).toEqual([]);
  });

  it('signs in through a window and the callback page, without a violation', async () => {
    const { page, violations } = await openWatched();
    const popup = await startHubSpot(page);
    await allow(popup);
    await finish(page);
    await expect.poll(() => popup.isClosed()).toBe(true);
    await expect(connectorRow(page, 'HubSpot')).toBeVisible();
    expect(violations).toEqual([]);
  });

  it('says on the callback page what goes on before the first script has come', async () => {
    const { page, violations } = await openWatched();
    await page.route('**/*.js', (route) => route.abort());
    await page.goto(`${kit.demo.origin}/connected`);
    const { title: wait, text } = callback.completing;
    await expect(page.getByRole('heading', { name: wait })).toHaveCSS('text-align', 'center');
    await expect(page.getByText(text({}))).toBeVisible();
    expect(violations).toEqual([]);
  });

  it('signs in through the same tab, without a violation', async () => {
    const { page, violations } = await openWatched();
    await continueInTab(page);
    await allow(page);
    await expectConnected(page);
    expect(violations).toEqual([]);
  });

  it('is held to it: a style, a script, a call and HTML are refused and told, in a page, its window and the callback page', async () => {
    const { page, violations } = await openWatched();
    const [popup] = await Promise.all([page.waitForEvent('popup'), page.evaluate(() => void window.open('', '_blank', 'popup'))]);
    const callback = await page.context().newPage();
    await callback.goto(`${kit.demo.origin}/connected`);
    for (const where of [page, popup, callback]) {
      violations.length = 0;
      await where.evaluate(async () => {
        const refused = async (work: () => unknown) => {
          try {
            await work();
            return false;
          } catch {
            return true;
          }
        };
        document.body.setAttribute('style', 'color: red');
        document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: 'https://elsewhere.test/module.js' }));
        const tried = [() => fetch('https://elsewhere.test'), () => Object.assign(document.body, { innerHTML: '<b>' })];
        if ((await Promise.all(tried.map(refused))).includes(false)) throw new Error('The policy let something pass.');
      });
      // The console tells of every window, the event of the pages that came with a policy of their own.
      const wanted =
        where === popup
          ? ['style-src ', 'script-src ', 'connect-src ', 'TrustedHTML']
          : ['style-src-attr ', 'script-src-elem ', 'connect-src ', 'require-trusted-types-for '];
      await expect
        .poll(() => wanted.filter((what) => !violations.some((told) => told.startsWith(what) || (where === popup && told.includes(what)))))
        .toEqual([]);
    }
  });
});
