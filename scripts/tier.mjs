// The tiers that `npm test` leaves out because they take long or need the network. Ends with one line of sums, as `npm test` does.
// Usage: npm run test:wide               every real schema, and every state in light and dark, in Chromium; the demo in Firefox and WebKit
//        npm run test:wide -- corpus     the files whose path contains "corpus"
//        npm run test:apps               the packed tarball in real apps
import { findChromium } from './findBrowser.mjs';
import { findFirefox } from './findFirefox.mjs';
import { findWebKit } from './findWebKit.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runVitest } from './lib/runVitest.mjs';

const TIERS = {
  wide: { projects: ['wide-form', 'wide-states', 'wide-firefox', 'wide-webkit'], prepare: findOtherBrowsers },
  apps: { projects: ['apps'] },
};

async function findOtherBrowsers() {
  const firefox = await findFirefox();
  const webkit = await findWebKit();
  console.log(`Firefox: ${firefox ?? 'none, its tests are skipped'}\nWebKit: ${webkit?.browser ?? 'none, its tests are skipped'}`);
}

try {
  const [name, ...files] = process.argv.slice(2);
  const tier = TIERS[name];
  if (tier === undefined) throw new Error(`There is no tier "${name}". Tiers: ${Object.keys(TIERS).join(', ')}.`);
  await ensureInstalled();
  process.env.CHROMIUM_PATH = await findChromium();
  console.log(`Chromium: ${process.env.CHROMIUM_PATH}`);
  await tier.prepare?.();
  const args = ['--config', 'vitest.wide.config.ts', ...tier.projects.flatMap((project) => ['--project', project]), ...files];
  const { passed, failed, skipped } = await runVitest({ name, args });
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  console.error(`The tier could not run: ${error.message}`);
  console.log('0 passed, 1 failed, 0 skipped');
  process.exitCode = 1;
}
