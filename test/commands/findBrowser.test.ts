import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { findChromium } from '../../scripts/findBrowser.mjs';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ack-browser-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());

async function program(name: string, says: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\necho "${says}"\n`);
  await chmod(path, 0o755);
  return path;
}

it('takes the one that CHROMIUM_PATH names, before any that is installed', async () => {
  const path = await program('mine', 'Chromium 1.2.3');
  vi.stubEnv('CHROMIUM_PATH', path);
  expect(await findChromium()).toBe(path);
  expect(await findChromium({ install: false })).toBe(path);
});

it('says in one sentence that CHROMIUM_PATH is wrong, in place of taking another browser', async () => {
  for (const path of [join(folder, 'none'), await program('cat', 'meow'), folder]) {
    vi.stubEnv('CHROMIUM_PATH', path);
    await expect(findChromium({ install: false })).rejects.toThrow(`CHROMIUM_PATH is set to "${path}", which is not a Chromium that starts: mend or unset it.`);
  }
});

it('finds one that is there when CHROMIUM_PATH is empty or unset', async () => {
  for (const value of ['', undefined]) {
    vi.stubEnv('CHROMIUM_PATH', value);
    expect(await findChromium({ install: false })).toMatch(/chrom/i);
  }
});
