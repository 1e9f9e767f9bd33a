import { join } from 'node:path';
import { expect as expectPage } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder } from '../../scripts/lib/serveFolder.mjs';
import { openPage } from './openPage.js';
import { installApp, isOnline, type StrangersApp } from './strangersApp.js';

describe.skipIf(!isOnline)('a Vite app on React 18.3 with the tarball (needs the npm registry)', () => {
  let app: StrangersApp;
  let site: Awaited<ReturnType<typeof serveFolder>>;
  beforeAll(async () => {
    app = await installApp('vite');
    await app.npx('vite', 'build', '--logLevel', 'error');
    site = await serveFolder(join(app.folder, 'dist'));
  });
  afterAll(async () => {
    site?.server.close();
    await app?.remove();
  });

  it('renders, and the button opens the dialog', async () => {
    const { page, problems, close } = await openPage(`${site.origin}/`);
    await expectPage(page.getByText(/^React 18\.3\./)).toBeVisible();
    await page.getByRole('button', { name: 'Connect HubSpot' }).click();
    await expectPage(page.getByRole('dialog')).toBeVisible();
    await close();
    expect(problems).toEqual([]);
  });
});
