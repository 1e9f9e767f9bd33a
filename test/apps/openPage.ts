import { chromium } from 'playwright';
import { CHROMIUM_ARGS, findChromium } from '../../scripts/findBrowser.mjs';

/** A page in Chromium, signed in as Ada, and what goes wrong in it and in its windows: what is thrown, and what React says in the console. */
export async function openPage(url: string) {
  const browser = await chromium.launch({ executablePath: await findChromium(), args: [...CHROMIUM_ARGS] });
  const context = await browser.newContext({ extraHTTPHeaders: { 'x-user': 'ada' } });
  const problems: string[] = [];
  context.on('weberror', (thrown) => problems.push(thrown.error().message));
  // Chromium itself notes each answer that is no success; the page has to live with those.
  context.on('console', (message) => message.type() === 'error' && !message.text().startsWith('Failed to load resource') && problems.push(message.text()));
  const page = await context.newPage();
  await page.goto(url);
  return { page, problems, close: () => browser.close() };
}
