import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedSandbox, serveSandbox } from '../../src/cli/index.js';
import { readmeSnippets } from '../adapters/readmeSnippets.js';
import { connectorRow, expect as expectPage, fillStripe, finish } from '../e2e/ui.js';
import { freePort } from '../setup/freePort.js';
import { openPage } from './openPage.js';
import { overSandbox } from './overSandbox.js';
import { signsIn } from './signsIn.js';
import { installApp, isOnline, type StrangersApp } from './strangersApp.js';

describe.skipIf(!isOnline)('a Vite app on React 18.3 with the tarball and the README’s backend, over the sandbox (needs the npm registry)', () => {
  let app: StrangersApp;
  let served: ServedSandbox;
  let origin = '';
  const stops: (() => void)[] = [];
  beforeAll(async () => {
    served = await serveSandbox();
    const [front, back] = [await freePort(), await freePort()];
    origin = `http://localhost:${front}`;
    const backend = `http://localhost:${back}`;
    app = await installApp('vite', serverAt(origin));
    await app.npx('vite', 'build', '--ssr', 'server.ts', '--outDir', 'backend', '--logLevel', 'error');
    stops.push(await app.start(`${backend}/`, ['node', 'backend/server.js'], { ...overSandbox(served.url), PORT: String(back) }));
    // In development React says what it does not like.
    stops.push(await app.start(`${origin}/`, ['vite', '--port', String(front), '--strictPort'], { BACKEND: backend }));
  });
  afterAll(async () => {
    for (const stop of stops) stop();
    await served?.close();
    await app?.remove();
  });

  it('builds for production', async () => {
    await app.npx('vite', 'build', '--logLevel', 'error');
  });

  it('renders, and a person connects by key and by sign-in, with no word of React in the console', async () => {
    const { page, problems, close } = await openPage(`${origin}/`);
    await expectPage(page.getByText(/^React 18\.3\./)).toBeVisible();
    await fillStripe(page);
    await finish(page);
    await expectPage(connectorRow(page, 'Stripe')).toBeVisible();
    await signsIn(page);
    await close();
    expect(problems).toEqual([]);
    expect(served.sandbox.connectors('ada')).toHaveLength(2);
    expect(served.sandbox.unknownCalls).toEqual([]);
  });
});

/** The README's backend for Vite, for a page at `origin`. */
function serverAt(origin: string): { file: string; code: string }[] {
  return readmeSnippets()
    .filter(({ file }) => file === 'server.ts')
    .map(({ file, code }) => ({ file, code: code.replace('http://localhost:5173', origin) }));
}
