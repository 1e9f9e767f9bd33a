// Builds the two pages for production and drives them in Chromium: each sample in a page of its own, the two by turns.
import { CHROMIUM_ARGS, findChromium } from '../findBrowser.mjs';
import { serveFolder } from '../lib/serveFolder.mjs';
import { buildBenchPages } from './buildBenchPages.mjs';

const SIDES = ['ours', 'theirs'];
const KEYS = 24;
/** Forms that are drawn in a page after its first one. */
const AGAIN = 6;
/** Without them a paint waits for the next of 60 frames a second, and both sides look alike. */
const NO_FRAME_LIMIT = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

async function openPage(browser, origin, side) {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(`${side}: ${error.message}`));
  await page.goto(`${origin}/${side}.html`);
  await page.waitForFunction(() => window.bench !== undefined);
  return page;
}

/** Milliseconds from each of some key presses in the first text box to the paint after it. */
async function typeInto(page) {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    document.querySelector('input[type="text"]:not([readonly])').focus();
    window.keystrokes.length = 0;
  });
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press('a');
    await page.waitForFunction((count) => window.keystrokes.length > count, key);
  }
  return page.evaluate(() => window.keystrokes);
}

/** The same form, drawn again in a page that has drawn it before. */
const drawAgain = (page, schema) =>
  page.evaluate(
    ([given, times]) =>
      Array.from({ length: times }, () => {
        window.bench.clear();
        return window.bench.draw(given);
      }),
    [schema, AGAIN],
  );

/**
 * @param {{ schemas: { name: string, schema: object }[], samples: number }} options
 * @returns {Promise<{ what: 'first' | 'again' | 'key', name: string, ours: number[], theirs: number[] }[]>} milliseconds by what was measured
 */
export async function drive({ schemas, samples }) {
  const folder = await buildBenchPages({ name: 'form', sides: SIDES });
  const { chromium } = await import('playwright');
  const browser = await chromium.launch({ executablePath: await findChromium(), args: [...CHROMIUM_ARGS, ...NO_FRAME_LIMIT] });
  const { server, origin } = await serveFolder(folder);
  const row = (what, name) => ({ what, name, ours: [], theirs: [] });
  const first = schemas.map(({ name }) => row('first', name));
  const again = schemas.map(({ name }) => row('again', name));
  const keys = row('key', schemas.at(-1).name);
  try {
    for (let sample = 0; sample < samples; sample += 1) {
      for (const [index, { schema }] of schemas.entries()) {
        for (const side of sample % 2 === 0 ? SIDES : SIDES.toReversed()) {
          const page = await openPage(browser, origin, side);
          first[index][side].push(await page.evaluate((given) => window.bench.draw(given), schema));
          if (index === schemas.length - 1) keys[side].push(...(await typeInto(page)));
          again[index][side].push(...(await drawAgain(page, schema)));
          await page.close();
        }
      }
    }
  } finally {
    server.close();
    await browser.close();
  }
  return [...first, ...again, keys];
}
