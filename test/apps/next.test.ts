import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect as expectPage } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../package/packed.js';
import { freePort } from '../wide/webkit/freePort.js';
import { openPage } from './openPage.js';
import { installApp, isOnline, type StrangersApp } from './strangersApp.js';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
/** The three files that the README gives to a Next.js app. */
const snippets = [...readme.matchAll(/```tsx? file=(app\/\S+)\n([\s\S]*?)```/g)].map(([, file = '', code = '']) => ({ file, code }));

describe.skipIf(!isOnline)('a Next.js app with the tarball and the README’s snippets (needs the npm registry)', () => {
  let app: StrangersApp;
  let origin = '';
  let stop: (() => void) | undefined;
  beforeAll(async () => {
    app = await installApp('next', snippets);
    await app.npx('next', 'build'); // imports the routes, without any secret in the environment
    const port = await freePort();
    origin = `http://localhost:${port}`;
    stop = await app.start(origin, 'next', 'start', '-p', String(port));
  });
  afterAll(async () => {
    stop?.();
    await app?.remove();
  });

  it('has all three snippets', () => {
    expect(snippets.map(({ file }) => file)).toEqual(['app/api/airbyte/[...path]/route.ts', 'app/connections/page.tsx', 'app/connected/page.tsx']);
  });

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
