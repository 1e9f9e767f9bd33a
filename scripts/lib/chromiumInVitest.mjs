import { playwright } from '@vitest/browser-playwright';
import { CHROMIUM_ARGS, findChromium } from '../findBrowser.mjs';

const executablePath = await findChromium({ install: false });

/** Vitest's `browser` option for our Chromium. A fresh object for each project: Vitest writes the project's name into it. */
export const chromiumInVitest = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  // Nothing moves: what is half faded in has too little contrast, and is not where it will be.
  provider: playwright({ launchOptions: { executablePath, args: [...CHROMIUM_ARGS] }, contextOptions: { reducedMotion: 'reduce' } }),
  instances: [{ browser: /** @type {const} */ ('chromium') }],
});
