// Screenshots of the stories, into shots/: light and dark, right to left, and 320 px wide.
// Usage: npm run shots                 every story
//        npm run shots -- picker       those whose id contains "picker"
//        npm run shots -- --readme     the picture of the README, docs/connect.png
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
const README_STORIES = ['blocks-connect--default', 'blocks-connect--sign-in', 'blocks-connectors--default'];

const README_LAYOUT = `
  body { margin: 0; }
  main { display: flex; gap: 20px; align-items: start; padding: 20px; background: #f1f1f3; }
  img { flex: 1; min-width: 0; block-size: 400px; object-fit: cover; object-position: top; border-radius: 12px; background: #fff; }
`;

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

/** The stories of the README beside each other, on a pale ground. */
async function shootReadme(browser, origin, ids) {
  const missing = README_STORIES.filter((id) => !ids.includes(id));
  if (missing.length > 0) throw new Error(`The README shows ${missing.join(', ')}, which is not among the stories.`);
  const context = await browser.newContext({ viewport: { width: 480, height: 600 }, deviceScaleFactor: 2, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const pictures = [];
  for (const id of README_STORIES) {
    await openStory(page, origin, id, 'theme:light');
    const picture = await page.locator('.story-surroundings').screenshot();
    pictures.push(`<img src="data:image/png;base64,${picture.toString('base64')}">`);
  }
  await page.setViewportSize({ width: 1480, height: 700 });
  await page.setContent(`<style>${README_LAYOUT}</style><main>${pictures.join('')}</main>`);
  mkdirSync(join(root, 'docs'), { recursive: true });
  await page.locator('main').screenshot({ path: join(root, 'docs/connect.png') });
  console.log('Wrote docs/connect.png.');
}

async function main() {
  const [argument] = process.argv.slice(2);
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
    await (readme ? shootReadme : shootAll)(browser, origin, ids);
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
