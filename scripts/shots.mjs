// Screenshots of the stories, into shots/: light and dark, right to left, and 320 px wide.
// Usage: npm run shots                 every story
//        npm run shots -- picker       those whose id contains "picker"
//        npm run shots -- --readme     the picture of the README, docs/connect.png
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHROMIUM_ARGS, findChromium } from './findBrowser.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { run } from './lib/run.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const SITE = join(root, '.cache/storybook');
const README_STORY = 'blocks-connect--default';

const VARIANTS = [
  { name: 'light', globals: 'theme:light', width: 760 },
  { name: 'dark', globals: 'theme:dark', width: 760 },
  { name: 'rtl', globals: 'theme:light;direction:rtl', width: 760 },
  { name: '320', globals: 'theme:light', width: 320 },
  { name: '320-dark', globals: 'theme:dark', width: 320 },
];

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Serves the built Storybook on a free port. */
function serve() {
  const server = createServer((request, response) => {
    const path = join(SITE, normalize(decodeURIComponent(new URL(request.url, 'http://local').pathname)));
    const file = path.endsWith('/') ? `${path}index.html` : path;
    if (!existsSync(file)) return response.writeHead(404).end();
    return response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve({ server, origin: `http://127.0.0.1:${server.address().port}` })));
}

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

async function shootReadme(browser, origin, ids) {
  if (!ids.includes(README_STORY)) throw new Error(`The README shows the story "${README_STORY}", which is not there.`);
  mkdirSync(join(root, 'docs'), { recursive: true });
  const page = await browser.newPage({ viewport: { width: 640, height: 700 }, deviceScaleFactor: 2, reducedMotion: 'reduce' });
  await openStory(page, origin, README_STORY, 'theme:light');
  await page.screenshot({ path: join(root, 'docs/connect.png') });
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
  const { server, origin } = await serve();
  const browser = await openBrowser();
  try {
    await (readme ? shootReadme : shootAll)(browser, origin, ids);
  } finally {
    await browser.close();
    server.close();
  }
}

await main().catch((error) => {
  console.error(`The screenshots failed: ${error.output ?? error.message}`);
  process.exitCode = 1;
});
