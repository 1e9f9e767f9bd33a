// Screenshots of the stories, into shots/: light and dark, right to left, and 320 px wide.
// Usage: npm run shots                 every story
//        npm run shots -- picker       those whose id contains "picker"
//        npm run shots -- --readme     the picture of the README, docs/connect.png; a .woff2 file after it is the font of its page
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHROMIUM_ARGS, findChromium } from './findBrowser.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { run } from './lib/run.mjs';
import { serveFolder } from './lib/serveFolder.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
// Its own: two runs at one time do not pull the pages from under each other.
const SITE = join(root, `.cache/shots-${process.pid}`);
const README_STORY = 'overview--default';

const VARIANTS = [
  { name: 'light', globals: 'theme:light', width: 760 },
  { name: 'dark', globals: 'theme:dark', width: 760 },
  { name: 'rtl', globals: 'theme:light;direction:rtl', width: 760 },
  { name: '320', globals: 'theme:light', width: 320 },
  { name: '320-dark', globals: 'theme:dark', width: 320 },
];

async function openBrowser() {
  const { chromium } = await import('playwright');
  return chromium.launch({ executablePath: await findChromium(), args: [...CHROMIUM_ARGS] });
}

/** Opens a story and waits until it is drawn and its play function has ended. */
async function openStory(page, origin, id, globals) {
  await page.goto(`${origin}/iframe.html?viewMode=story&id=${id}&globals=${globals}`);
  await page.waitForFunction(() => document.body.classList.contains('sb-show-main') && document.querySelector('#storybook-root')?.childElementCount > 0);
  await page.waitForLoadState('networkidle');
}

async function shootAll(browser, origin, ids) {
  const folder = join(root, 'shots');
  mkdirSync(folder, { recursive: true });
  const failed = [];
  for (const { name, globals, width } of VARIANTS) {
    const context = await browser.newContext({ viewport: { width, height: 760 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    for (const id of ids) {
      const path = join(folder, `${id}--${name}.png`);
      await openStory(page, origin, id, globals)
        .then(() => page.screenshot({ path, fullPage: true }))
        .catch((error) => failed.push(`${id} (${name}): ${error.message.split('\n')[0]}`));
    }
    await context.close();
  }
  for (const line of failed) console.error(line);
  console.log(`${ids.length * VARIANTS.length - failed.length} screenshots in shots/.`);
  if (failed.length > 0) process.exitCode = 1;
}

/** The README's story, as its page draws it for a sharp screen. */
async function shootReadme(browser, origin, ids, font) {
  if (!ids.includes(README_STORY)) throw new Error(`The README shows ${README_STORY}, which is not among the stories.`);
  const context = await browser.newContext({ viewport: { width: 1416, height: 900 }, deviceScaleFactor: 2, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await openStory(page, origin, README_STORY, 'theme:light');
  if (font !== undefined) await setFont(page, readFileSync(font));
  mkdirSync(join(root, 'docs'), { recursive: true });
  await page.locator('.overview').screenshot({ path: join(root, 'docs/connect.png') });
  console.log('Wrote docs/connect.png.');
}

/** The kit has no font of its own: it takes the page's. */
async function setFont(page, file) {
  const face = `@font-face { font-family: Picture; font-weight: 100 900; src: url(data:font/woff2;base64,${file.toString('base64')}); }`;
  await page.addStyleTag({ content: `${face} .story-surroundings { font-family: Picture; }` });
  await page.evaluate(() => document.fonts.load('1em Picture'));
}

async function main() {
  const [argument, font] = process.argv.slice(2);
  const readme = argument === '--readme';
  await ensureInstalled();
  await run('storybook', ['build', '--quiet', '--output-dir', SITE], { env: { STORYBOOK_DISABLE_TELEMETRY: '1' }, quiet: true });
  const { entries } = JSON.parse(readFileSync(join(SITE, 'index.json'), 'utf8'));
  const stories = Object.values(entries).filter(({ type }) => type === 'story');
  const ids = stories.map(({ id }) => id).filter((id) => readme || argument === undefined || id.includes(argument));
  if (ids.length === 0) throw new Error(`No story has "${argument}" in its id.`);
  const { server, origin } = await serveFolder(SITE);
  const browser = await openBrowser();
  try {
    await (readme ? shootReadme(browser, origin, ids, font) : shootAll(browser, origin, ids));
  } finally {
    await browser.close();
    server.close();
    rmSync(SITE, { recursive: true, force: true });
  }
}

await main().catch((error) => {
  console.error(`The screenshots failed: ${error.output ?? error.message}`);
  process.exitCode = 1;
});
