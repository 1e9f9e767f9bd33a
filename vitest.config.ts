import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_ARGS, findChromium } from './scripts/findBrowser.mjs';

const executablePath = await findChromium();

// The suffix picks the runner: *.test.ts runs in Node, *.test.tsx and *.browser.test.ts in Chromium, test/e2e drives a browser from Node.
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
        optimizeDeps: { include: ['react', 'react-dom', 'react-dom/client', 'react/jsx-dev-runtime', '@testing-library/react', '@testing-library/user-event', '@tanstack/react-query', 'axe-core', 'zod/mini', 'hono', 'hono/cors'] },
        test: {
          name: 'chromium',
          include: ['test/**/*.test.tsx', 'test/**/*.browser.test.ts'],
          exclude: ['test/**/*.ssr.test.tsx'],
          setupFiles: ['test/setup/browser.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath, args: [...CHROMIUM_ARGS] } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: { name: 'e2e', environment: 'node', include: ['test/e2e/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000, fileParallelism: false },
      },
    ],
  },
});
