// Builds the pages of the picker's bench for production and drives them in Chromium, four times slowed: each sample in a page of its own, by turns.
import { CHROMIUM_ARGS, findChromium } from '../findBrowser.mjs';
import { serveFolder } from '../lib/serveFolder.mjs';
import { buildBenchPages } from './buildBenchPages.mjs';

export const SIDES = ['ours', 'plain', 'empty'];
const THROTTLE = 4;
/** The first in a page also starts React; the others are those of an application that runs. */
const MOUNTS = 3;
/** Milliseconds between two key presses: a quick typist. */
const PAUSE = 120;
/** Typed and taken away again, so that short and long answers are among them. */
const KEYS = ['a', 'c', 'm', 'Backspace', 'Backspace', 'Backspace', 'e', 'm', 'b'];
/** Without them a paint waits for the next of 60 frames a second, and all look alike. */
const NO_FRAME_LIMIT = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

/** Milliseconds to draw, and of each key press; a page of its own. */
async function sample(browser, address, count) {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(`${address}: ${error.message}`));
  await page.goto(address);
  await page.waitForFunction(() => window.uiBench !== undefined);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  const [first, ...mount] = await page.evaluate(([services, times]) => Array.from({ length: times }, () => window.uiBench.draw(services)), [count, MOUNTS]);
  await page.focus('input');
  for (const [index, key] of KEYS.entries()) {
    await page.waitForTimeout(PAUSE);
    await page.keyboard.press(key);
    await page.waitForFunction((presses) => window.presses.length > presses, index);
  }
  const presses = await page.evaluate(() => window.presses);
  await page.close();
  return { first, mount, presses };
}

/**
 * @param {{ counts: readonly number[], samples: number }} options
 * @returns {Promise<Map<number, Record<string, { first: number[], mount: number[], letter: number[], list: number[] }>>>} milliseconds by number of services and page
 */
export async function driveUi({ counts, samples }) {
  const folder = await buildBenchPages({ name: 'ui', sides: SIDES, stylesheet: true });
  const { chromium } = await import('playwright');
  const browser = await chromium.launch({ executablePath: await findChromium(), args: [...CHROMIUM_ARGS, ...NO_FRAME_LIMIT] });
  const { server, origin } = await serveFolder(folder);
  const times = new Map(counts.map((count) => [count, Object.fromEntries(SIDES.map((side) => [side, { first: [], mount: [], letter: [], list: [] }]))]));
  try {
    for (const count of counts) {
      for (let round = 0; round < samples; round += 1) {
        for (const side of round % 2 === 0 ? SIDES : SIDES.toReversed()) {
          const { first, mount, presses } = await sample(browser, `${origin}/${side}.html`, count);
          const row = times.get(count)[side];
          row.first.push(first);
          row.mount.push(...mount);
          row.letter.push(...presses.map(({ letter }) => letter));
          row.list.push(...presses.flatMap(({ list }) => (list === null ? [] : [list])));
        }
      }
    }
  } finally {
    server.close();
    await browser.close();
  }
  return times;
}
