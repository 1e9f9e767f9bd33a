import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCertificate } from '@vitejs/plugin-basic-ssl';
import { afterAll, it } from 'vitest';
import { useDemo } from './harness.js';
import { expect, finish, startHubSpot } from './ui.js';

// One file with both halves, as the certificate maker writes it.
const folder = await mkdtemp(join(tmpdir(), 'ack-https-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const pem = await getCertificate(folder);
const kit = useDemo({ certificate: { key: pem, cert: pem } });

it('completes over https with a __Host- cookie that is Secure, HttpOnly and SameSite=Lax on the whole origin', async () => {
  const page = await kit.open();
  const popup = await startHubSpot(page);
  const cookie = (await page.context().cookies()).find(({ name }) => name.includes('ack-'));
  expect(cookie).toMatchObject({
    name: expect.stringMatching(/^__Host-ack-[\w-]+$/),
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    domain: 'localhost',
  });
  expect(Buffer.byteLength(cookie?.value ?? '')).toBeLessThanOrEqual(1536);
  await popup.getByRole('button', { name: 'Allow' }).click();
  await finish(page);
  expect(kit.demo.sandbox.connectors('ada')).toHaveLength(1);
});
