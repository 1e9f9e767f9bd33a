import { chromium } from 'playwright';
import { CHROMIUM_ARGS, findChromium } from '../../scripts/findBrowser.mjs';

/** A page in Chromium, and what goes wrong in it: what is thrown, and what React says in the console. */
export async function openPage(url: string) {
  const browser = await chromium.launch({ executablePath: await findChromium(), args: [...CHROMIUM_ARGS] });
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on('pageerror', ({ message }) => problems.push(message));
  // Chromium itself notes each answer that is no success; the page has to live with those.
  page.on('console', (message) => message.type() === 'error' && !message.text().startsWith('Failed to load resource') && problems.push(message.text()));
  await page.goto(url);
  return { page, problems, close: () => browser.close() };
}
