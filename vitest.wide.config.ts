import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { BROWSER_DEPENDENCIES } from './scripts/lib/browserDependencies.mjs';
import { chromiumInVitest } from './scripts/lib/chromiumInVitest.mjs';
import { corpusPlugin } from './scripts/lib/corpusPlugin.mjs';

/** Tests from Node that drive another browser over the built demo app. */
const overDemo = (name: 'firefox' | 'webkit') => ({
  test: {
    name: `wide-${name}`,
    environment: 'node' as const,
    include: [`test/wide/${name}/**/*.test.ts`],
    globalSetup: ['test/e2e/buildApp.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});

// Run by `npm run test:wide` and `npm run test:apps`, never by `npm test`.
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [react(), corpusPlugin()],
        optimizeDeps: { include: BROWSER_DEPENDENCIES },
        test: {
          name: 'wide-form',
          include: ['test/wide/form/**/*.test.tsx'],
          setupFiles: ['test/setup/browser.ts'],
          testTimeout: 120_000,
          browser: chromiumInVitest(),
        },
      },
      {
        plugins: [react()],
        optimizeDeps: { include: BROWSER_DEPENDENCIES },
        test: { name: 'wide-states', include: ['test/wide/states/**/*.test.tsx'], setupFiles: ['test/setup/browser.ts'], browser: chromiumInVitest() },
      },
      overDemo('firefox'),
      overDemo('webkit'),
      { test: { name: 'apps', environment: 'node', include: ['test/apps/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 300_000, fileParallelism: false } },
    ],
  },
});
