import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { BROWSER_DEPENDENCIES } from './scripts/lib/browserDependencies.mjs';
import { chromiumInVitest } from './scripts/lib/chromiumInVitest.mjs';

/** Files with a page of their own. */
const ALONE = ['test/**/*.cold.test.tsx', 'test/states/states.test.tsx'];
/** What is waited for may take its time on a busy machine, as `asyncUtilTimeout` says for Testing Library. */
const PATIENT = { poll: { timeout: 5_000 } };
const OTHER_TIERS = ['test/wide/**', 'test/apps/**', 'test/bench/**'];

// The suffix picks the runner: *.test.ts runs in Node, *.test.tsx and *.browser.test.ts in Chromium, test/e2e drives a browser from Node,
// and every story is a test of its own. What takes long or needs the network is in vitest.wide.config.ts.
// The files of a project share one process or one page, which halves the time of the tier; *.cold.test.tsx is for what a page does
// while a lazy part is not loaded yet, and has a page of its own; so has what plays stories, whose second copy of user-event keeps its hand on
// the fields of a page: what the first one types there later, React does not hear.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          setupFiles: ['test/setup/node.ts'],
          isolate: false,
          include: ['test/**/*.test.ts', 'test/**/*.ssr.test.tsx'],
          exclude: ['test/**/*.browser.test.ts', 'test/e2e/**', ...OTHER_TIERS],
          testTimeout: 20_000,
          expect: PATIENT,
        },
      },
      {
        plugins: [react()],
        optimizeDeps: { include: BROWSER_DEPENDENCIES },
        test: {
          name: 'chromium',
          include: ['test/**/*.test.tsx', 'test/**/*.browser.test.ts'],
          exclude: [...ALONE, 'test/**/*.ssr.test.tsx', 'test/e2e/**', ...OTHER_TIERS],
          setupFiles: ['test/setup/browser.ts'],
          isolate: false,
          expect: PATIENT,
          browser: chromiumInVitest(),
        },
      },
      {
        plugins: [react()],
        optimizeDeps: { include: BROWSER_DEPENDENCIES },
        test: { name: 'chromium-cold', include: ALONE, setupFiles: ['test/setup/browser.ts'], expect: PATIENT, browser: chromiumInVitest() },
      },
      {
        plugins: [storybookTest({ configDir: '.storybook' })],
        optimizeDeps: { include: BROWSER_DEPENDENCIES },
        test: { name: 'stories', expect: PATIENT, browser: chromiumInVitest() },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/buildApp.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
