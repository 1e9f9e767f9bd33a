import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, '.cache/readme');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const snippetsIn = (text: string) => [...text.matchAll(/```tsx? file=(\S+)\n([\s\S]*?)```/g)].map(([, file = '', code = '']) => ({ file, code }));
const ofReadme = snippetsIn(readme);
const ofForms = snippetsIn(readFileSync(join(root, 'docs/forms.md'), 'utf8'));
const snippets = [...ofReadme, ...ofForms];

const SESSION = `export async function session(_request: Request): Promise<{ userId: string } | null> { return null; }\n`;
const TSCONFIG = {
  extends: '../../tsconfig.json',
  compilerOptions: {
    exactOptionalPropertyTypes: false, // as in most apps
    paths: {
      'airbyte-connect-kit': ['../../src/index.ts'],
      'airbyte-connect-kit/styles.css': ['./css.d.ts'],
      'airbyte-connect-kit/*': ['../../src/*.ts'],
    },
  },
  include: ['.'],
};

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  const files = [
    ...snippets.map(({ file, code }) => [file, code] as const),
    ['session.ts', SESSION] as const,
    ['app/session.ts', SESSION] as const,
    ['css.d.ts', 'export {};\n'] as const,
    ['tsconfig.json', JSON.stringify(TSCONFIG)] as const,
  ];
  for (const [file, code] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), code);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('has a snippet for Next.js, Hono, Express, Fastify, plain Node, token mode, the other patterns and forms, of at most 20 lines each', () => {
  expect(ofReadme.map(({ file }) => file)).toEqual([
    'app/api/airbyte/[...path]/route.ts',
    'app/connections/page.tsx',
    'app/connected/page.tsx',
    'server.ts',
    'handler.ts',
    'express.ts',
    'fastify.ts',
    'pages/api/airbyte/[...path].ts',
    'node.ts',
    'token-backend.ts',
    'token-front.tsx',
    'sources.ts',
    'templates.ts',
    'form.tsx',
    'appearance.tsx',
  ]);
  expect(ofForms.map(({ file }) => file)).toEqual(['edit.tsx', 'engine.ts', 'zod.ts', 'render.tsx']);
  for (const { file, code } of snippets) expect(code.trimEnd().split('\n').length, file).toBeLessThanOrEqual(20);
});

it('compiles every snippet against the published names', { timeout: 60_000 }, () => {
  const run = () =>
    execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', join(folder, 'tsconfig.json')], { encoding: 'utf8' });
  expect(output(run)).toBe('');
});

/** What a command printed, also when it failed. */
function output(run: () => string): string {
  try {
    return run();
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
  }
}
