import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { BROWSER_DEPENDENCIES } from '../scripts/lib/browserDependencies.mjs';

// Not the library build of ../vite.config.ts: stories are an app. Nothing is lowered, CSS least of all: `:dir(rtl)` would become a list of
// languages, and a page that is only turned around (`dir="rtl"`) would not be mirrored. Of `build` Storybook takes the target alone.
export default defineConfig({
  plugins: [react()],
  optimizeDeps: { include: BROWSER_DEPENDENCIES },
  build: { target: 'esnext' },
});
