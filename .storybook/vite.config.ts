import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { BROWSER_DEPENDENCIES } from '../scripts/lib/browserDependencies.mjs';

// Not the library build of ../vite.config.ts: stories are an app.
export default defineConfig({ plugins: [react()], optimizeDeps: { include: BROWSER_DEPENDENCIES } });
