import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { judgeTree } from '../../scripts/layers/judgeTree.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const made: string[] = [];

function emptyCheckout(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ack-layers-'));
  made.push(folder);
  return folder;
}

function plant(checkout: string, path: string, text: string): void {
  mkdirSync(join(checkout, dirname(path)), { recursive: true });
  writeFileSync(join(checkout, path), text);
}

/** What the check finds in a checkout of this one file. */
function findingsIn(path: string, text: string): string {
  const checkout = emptyCheckout();
  plant(checkout, path, text);
  return judgeTree(checkout)
    .findings.map(({ path: at, line, message }) => `${at}:${line ?? 0} ${message}`)
    .join('\n');
}

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

it('fails the build on a violation planted in a copy of the repository', async () => {
  const copy = emptyCheckout();
  for (const folder of ['src', 'stories/components', 'test/components']) cpSync(join(root, folder), join(copy, folder), { recursive: true });
  plant(copy, 'src/core/planted.ts', "import { createElement } from 'react';\nexport const element = createElement;\n");
  const check = promisify(execFile)(process.execPath, [join(root, 'scripts/layers.mjs'), copy]);
  await expect(check).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/^src\/core\/planted\.ts:1 {2}.*may not import the package "react"/m) });
});

describe('the layer check', () => {
  it.each([
    [
      'React in core',
      'src/core/planted.ts',
      "import { createElement } from 'react';\n",
      /planted\.ts:1 .*"react"\. React code belongs in internal, hooks, components or blocks\./,
    ],
    [
      'TanStack in a component',
      'src/components/parts/planted.ts',
      "import { QueryClient } from '@tanstack/react-query';\n",
      /"@tanstack\/react-query"\. Server state belongs in query and hooks/,
    ],
    [
      'a hook in a component',
      'src/components/parts/planted.ts',
      "import { useConnectors } from '../../hooks/index.js';\n",
      /src\/components may not import src\/hooks .* belongs in src\/blocks/,
    ],
    [
      'a value of core in a component',
      'src/components/parts/planted.ts',
      "import { Sealed } from '../../core/index.js';\n",
      /may import only types of src\/core: write "import type"/,
    ],
    [
      "Node's modules in the server",
      'src/server/planted.ts',
      "import { createHash } from 'node:crypto';\n",
      /"node:crypto"\. What needs Node's modules belongs in node or cli\./,
    ],
    [
      'the sandbox in the product',
      'src/hooks/planted.ts',
      "const load = () => import('../sandbox/index.js');\nexport { load };\n",
      /src\/hooks may not import src\/sandbox/,
    ],
    ['an entry', 'src/server/planted.ts', "import { connectors } from '../airbyte.js';\n", /is an entry: import the file that it re-exports/],
    ['full zod', 'src/backend/planted.ts', "import { z } from 'zod';\n", /Full zod costs a browser 22 KB/],
    ['a name of zod/mini', 'src/backend/planted.ts', "import { object } from 'zod/mini';\n", /Write "import \* as z from 'zod\/mini'"/],
    ['an import without its ending', 'src/core/planted.ts', "import type { Connector } from './connector';\n", /must end in \.js/],
    ['export *', 'src/core/planted.ts', "export * from './connector.js';\n", /Re-export by name/],
    ['a cast without a reason', 'src/core/planted.ts', 'export const id = (value: unknown) => value as string;\n', /A cast needs "\/\/ SAFETY: reason"/],
    ['a style attribute', 'src/components/parts/Planted.tsx', 'export const Planted = () => <p style={{ color: "red" }} />;\n', /No style attribute/],
    [
      'unsafe HTML',
      'src/components/parts/Planted.tsx',
      'export const Planted = () => <p dangerouslySetInnerHTML={{ __html: "" }} />;\n',
      /schema text is hostile/,
    ],
    ['a suppression', 'src/core/planted.ts', "// @ts-expect-error\nexport const one: number = '1';\n", /Types and lint are not switched off/],
    ['a long block', 'src/blocks/Planted.tsx', `export const lines = [\n${'  1,\n'.repeat(40)}];\n`, /A block has at most 40 lines of code, this one has 42/],
    [
      'a hook without "use client"',
      'src/internal/planted.ts',
      "import { useState } from 'react';\nexport const useIt = () => useState(0);\n",
      /its first line must be 'use client'/,
    ],
    ['!important', 'src/components/parts/planted.css', '@layer ack { a { color: red !important; } }\n', /No !important/],
    [
      'a component without story and test',
      'src/components/Planted/Planted.tsx',
      'export const Planted = () => <p />;\n',
      /Planted:0 It has no story[\s\S]*It has no test/,
    ],
    ['a folder without a row', 'src/planted/planted.ts', 'export const one = 1;\n', /src\/planted is not in the table/],
  ])('refuses %s', (_name, path, text, expected) => {
    expect(findingsIn(path, text)).toMatch(expected);
  });

  it.each([
    [
      'a type of core in a component',
      'src/components/parts/planted.ts',
      "import type { Connector } from '../../core/index.js';\nexport type Row = Connector;\n",
    ],
    ['a cast with its reason', 'src/core/planted.ts', '// SAFETY: the caller checked it.\nexport const id = (value: unknown) => value as string;\n'],
    ['as const', 'src/core/planted.ts', 'export const names = ["a"] as const;\n'],
  ])('allows %s', (_name, path, text) => {
    expect(findingsIn(path, text)).not.toMatch(/planted/i);
  });
});
