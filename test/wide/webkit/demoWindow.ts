import { expect } from 'vitest';
import { PATIENCE, type WebKitWindow } from './webDriver.js';

const TITLE = "//dialog//*[@data-ack-slot='title']";

/** A button of the demo's dialog, by the beginning of its words. */
export const dialogButton = (name: string) => `//dialog//button[starts-with(normalize-space(), '${name}')]`;
const consentButton = (name: string) => `//button[normalize-space()='${name}']`;

/** What a person does in the demo, in WebKit. */
export function demoWindow(page: WebKitWindow) {
  const expectTitle = (words: RegExp) => expect.poll(() => page.text(TITLE), PATIENCE).toMatch(words);
  return {
    async pick(service: string) {
      // The button stands elsewhere once it is known that nothing is connected yet.
      await page.text("//*[@data-ack-slot='manager'][not(@data-loading)]");
      await page.click("//button[starts-with(normalize-space(), 'Connect')]");
      await page.type(service, "//dialog//input[@role='combobox']");
      await page.click(`//dialog//*[@role='option'][contains(normalize-space(), '${service}')]`);
    },
    expectTitle,
    expectConnected: () => expectTitle(/ is connected$/),
    /** Presses a button that opens the sign-in window, and answers that window and the page's own. */
    async openConsent(button: string) {
      const before = await page.windows();
      await page.click(dialogButton(button));
      await expect.poll(() => page.windows(), PATIENCE).toHaveLength(before.length + 1);
      const popup = (await page.windows()).find((handle) => !before.includes(handle)) ?? '';
      return { opener: before[0] ?? '', popup };
    },
    decide: (decision: 'Allow' | 'Deny') => page.click(consentButton(decision)),
    /** Back in the page, once the sign-in window has closed by itself. */
    async returnTo(opener: string) {
      await expect.poll(() => page.windows(), PATIENCE).toEqual([opener]);
      await page.switchTo(opener);
    },
  };
}
