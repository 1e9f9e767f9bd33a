import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedSandbox, serveSandbox } from '../../src/cli/index.js';
import { readmeSnippets } from '../adapters/readmeSnippets.js';
import { expect as expectPage } from '../e2e/ui.js';
import { freePort } from '../setup/freePort.js';
import { openPage } from './openPage.js';
import { overSandbox } from './overSandbox.js';
import { signsIn } from './signsIn.js';
import { installApp, isOnline, type StrangersApp } from './strangersApp.js';

describe.skipIf(!isOnline)('a Next.js app with the tarball and the README’s snippets (needs the npm registry)', () => {
  /** The three files that the README gives to a Next.js app. */
  const snippets = readmeSnippets().filter(({ file }) => file.startsWith('app/'));
  let app: StrangersApp;
  let origin = '';
  let stop: (() => void) | undefined;
  const start = async (env?: Record<string, string>) => {
    stop = await app.start(`${origin}/connections`, ['next', 'start', '-p', new URL(origin).port], env);
  };
  const stopIt = () => {
    stop?.();
    stop = undefined;
  };
  beforeAll(async () => {
    origin = `http://localhost:${await freePort()}`;
    const here = snippets.map(({ file, code }) => ({ file, code: code.replace('https://app.example.com', origin) }));
    app = await installApp('next', here);
    await app.npx('next', 'build'); // imports the routes, without any secret in the environment
  });
  afterAll(() => app?.remove());

  it('has all three snippets', () => {
    expect(snippets.map(({ file }) => file)).toEqual(['app/api/airbyte/[...path]/route.ts', 'app/connections/page.tsx', 'app/connected/page.tsx']);
  });

  describe('without a secret in the environment', () => {
    beforeAll(() => start());
    afterAll(stopIt);

    it('renders the page on the server', async () => {
      const html = await (await fetch(`${origin}/connections`)).text();
      expect(html).toContain('Connect HubSpot');
      expect(html).toContain('data-ack-slot');
      expect(html).not.toMatch(/ style="/);
    });

    it('hydrates it, and the button opens the dialog', async () => {
      const { page, problems, close } = await openPage(`${origin}/connections`);
      await page.getByRole('button', { name: 'Connect HubSpot' }).click();
      await expectPage(page.getByRole('dialog')).toBeVisible();
      await close();
      expect(problems).toEqual([]);
    });

    it('answers through the handler: what is missing in the environment is named in the log alone', async () => {
      const answer = await fetch(`${origin}/api/airbyte/connectors`, { headers: { 'x-user': 'ada' } });
      expect(answer.status).toBe(500);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await answer.json()).toMatchObject({ error: { code: 'handler_misconfigured' } });
    });
  });

  describe('over the sandbox', () => {
    let served: ServedSandbox;
    beforeAll(async () => {
      served = await serveSandbox();
      await start(overSandbox(served.url));
    });
    afterAll(async () => {
      stopIt();
      await served?.close();
    });

    it('connects a person who signs in, over its route and its callback page', async () => {
      const { page, problems, close } = await openPage(`${origin}/connections`);
      await signsIn(page);
      await close();
      expect(problems).toEqual([]);
      expect(served.sandbox.connectors('ada')).toHaveLength(1);
      expect(served.sandbox.unknownCalls).toEqual([]);
    });
  });
});
