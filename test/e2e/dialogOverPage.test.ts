import { chromium } from 'playwright';
import { expect, it } from 'vitest';
import { CHROMIUM_ARGS, findChromium } from '../../scripts/findBrowser.mjs';
import { useDemo } from './harness.js';
import { dialog, openPicker, expect as patient } from './ui.js';

// Playwright hides scrollbars; on most desktops they take room from the page.
const kit = useDemo({
  launch: async () => chromium.launch({ executablePath: await findChromium(), args: [...CHROMIUM_ARGS], ignoreDefaultArgs: ['--hide-scrollbars'] }),
});

it('a dialog moves nothing of the page behind it, and a press beside it closes it', async () => {
  const page = await kit.open();
  await page.evaluate(() => document.body.style.setProperty('min-height', '5000px'));
  const widths = () => page.evaluate(() => [document.body.getBoundingClientRect().width, window.innerWidth - document.documentElement.clientWidth] as const);
  const [free, scrollbar] = await widths();
  expect(scrollbar).toBeGreaterThan(5);
  await openPicker(page);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).overflowY)).toBe('hidden');
  expect((await widths())[0]).toBe(free);
  await page.mouse.click(8, 8);
  await patient(dialog(page)).toHaveCount(0);
  expect(await widths()).toEqual([free, scrollbar]);
});
