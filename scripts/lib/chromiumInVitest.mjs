import { playwright } from '@vitest/browser-playwright';
import { CHROMIUM_ARGS, findChromium } from '../findBrowser.mjs';

const executablePath = await findChromium({ install: false });

/** Vitest's `browser` option for our Chromium. A fresh object for each project: Vitest writes the project's name into it. */
export const chromiumInVitest = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: { executablePath, args: [...CHROMIUM_ARGS] } }),
  instances: [{ browser: /** @type {const} */ ('chromium') }],
});
