import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { difference } from '../../scripts/catalog/difference.mjs';
import { offersOAuth } from '../../scripts/catalog/entryOf.mjs';
import { shared } from './factsOnDisk.js';

const script = fileURLToPath(new URL('../../scripts/catalog.mjs', import.meta.url));
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Runs the generator with `--check`, which writes nothing. */
const check = (folder: string) =>
  new Promise<{ code: unknown; said: string }>((resolve) => {
    execFile(process.execPath, [script, folder, '--check'], (error, stdout, stderr) => resolve({ code: error?.code ?? 0, said: stdout + stderr }));
  });

/** The facts with one file edited. */
function changedFacts(path: string, edit: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'facts-'));
  folders.push(folder);
  cpSync(`${shared}/facts`, folder, { recursive: true, mode: 0 });
  const file = join(folder, path);
  const text = edit(readFileSync(file, 'utf8'));
  rmSync(file, { force: true });
  writeFileSync(file, text);
  return folder;
}

describe.skipIf(!shared)('the generator (needs ACK_SHARED)', () => {
  it('finds nothing to change: what is checked in is what the facts say', async () => {
    expect(await check(`${shared}/facts`)).toEqual({ code: 0, said: '51 connectors are as the facts say.\n' });
  });

  it('prints the difference and fails when the facts have changed', async () => {
    const folder = changedFacts('connectors/stripe.json', (text) => text.replace('"definition_id": "e094cb9a', '"definition_id": "00000000'));
    const { code, said } = await check(folder);
    expect(code).toBe(1);
    expect(said).toContain('src/catalog/connectors/stripe.ts\n- id: "e094cb9a-26de-4645-8761-65c0c425d1de",\n+ id: "00000000-26de-4645-8761-65c0c425d1de",');
    expect(said).toContain('2 files differ from the facts.');
  });

  it('refuses names of the older generation that the guides do not have', async () => {
    const folder = changedFacts('seed-auth-config.json', (text) => text.replace('"name": "domain"', '"name": "site"'));
    const { code, said } = await check(folder);
    expect(code).toBe(1);
    expect(said).toContain('auth_config of jira is api_token,email,site in the guides, and api_token,domain,email by AUTH_CONFIG_NAMES');
  });
});

it('cuts a long line to where it changed', () => {
  const [gone, come] = difference(`a\n${'x'.repeat(300)}old`, `a\n${'x'.repeat(300)}new`);
  expect(gone).toMatch(/^- x{60} \.\.\. x{20}old$/);
  expect(come).toMatch(/^\+ x{60} \.\.\. x{20}new$/);
});

it.each([
  [true, true, true, true],
  [true, null, true, true],
  [true, true, false, true],
  [false, true, true, true],
  [true, false, false, false],
  [false, true, false, false],
  [false, false, true, false],
  [false, false, false, false],
])('offers a sign-in page by two of three signs: %s, %s, %s', (oauth2_scheme, documented_hosted_flow, public_api_source_type, offered) => {
  expect(offersOAuth({ oauth2_scheme, documented_hosted_flow, public_api_source_type })).toBe(offered);
});
