import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_ARGS, findChromium } from './scripts/findBrowser.mjs';
import { BROWSER_DEPENDENCIES } from './scripts/lib/browserDependencies.mjs';

const executablePath = await findChromium({ install: false });

/** A fresh object for each project: Vitest writes the project's name into it. */
const chromium = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: { executablePath, args: [...CHROMIUM_ARGS] } }),
  instances: [{ browser: 'chromium' as const }],
});

// The suffix picks the runner: *.test.ts runs in Node, *.test.tsx and *.browser.test.ts in Chromium, test/e2e drives a browser from Node,
// and every story is a test of its own.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts', 'test/**/*.ssr.test.tsx'],
          exclude: ['test/**/*.browser.test.ts', 'test/e2e/**', 'test/apps/**'],
          testTimeout: 20_000,
        },
      },
      {
        plugins: [react()],
        optimizeDeps: { include: BROWSER_DEPENDENCIES },
        test: {
          name: 'chromium',
          include: ['test/**/*.test.tsx', 'test/**/*.browser.test.ts'],
          exclude: ['test/**/*.ssr.test.tsx', 'test/e2e/**', 'test/apps/**'],
          setupFiles: ['test/setup/browser.ts'],
          browser: chromium(),
        },
      },
      {
        plugins: [storybookTest({ configDir: '.storybook' })],
        optimizeDeps: { include: BROWSER_DEPENDENCIES },
        test: { name: 'stories', browser: chromium() },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/buildApp.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
