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
const docs = Object.fromEntries(['forms', 'oauth', 'server', 'theming', 'security'].map((page) => [page, readFileSync(join(root, `docs/${page}.md`), 'utf8')]));
const ofDocs = Object.values(docs).flatMap(snippetsIn);
const snippets = [...ofReadme, ...ofDocs];

const SESSION = `export async function session(_request: Request): Promise<{ userId: string } | null> { return null; }\n`;
/** What a host has of its own, and the package that is installed nowhere here. */
const HOST = {
  'session.ts': SESSION,
  'app/session.ts': SESSION,
  'app/useUser.ts': `export const useUser = (): { id: string } => ({ id: 'ada' });\n`,
  'options.ts': `import type { ConnectHandlerOptions } from 'airbyte-connect-kit/server';\nexport declare const options: ConnectHandlerOptions;\n`,
  'db.ts': `import type { WorkspaceStore } from 'airbyte-connect-kit/airbyte';
export declare const db: { workspaces: WorkspaceStore; ownApps(userId: string): Promise<string[]>; keepOwnApp(userId: string, service: string): Promise<void> };\n`,
  'redis.d.ts': `declare module 'redis' {
  import type { NodeRedisClient } from 'airbyte-connect-kit/server';
  export function createClient(options: { url: string | undefined }): { connect(): Promise<NodeRedisClient> };
}\n`,
  'css.d.ts': 'export {};\n',
};
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
  const files = [...snippets.map(({ file, code }) => [file, code] as const), ...Object.entries(HOST), ['tsconfig.json', JSON.stringify(TSCONFIG)] as const];
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
    'provider.tsx',
    'hooks.tsx',
    'inline.tsx',
    'job.ts',
    'form.tsx',
    'appearance.tsx',
  ]);
  expect(ofDocs.map(({ file }) => file)).toEqual([
    'edit.tsx',
    'engine.ts',
    'zod.ts',
    'render.tsx',
    'callback.ts',
    'middleware.ts',
    'log.ts',
    'several.ts',
    'own-apps.ts',
  ]);
  for (const { file, code } of snippets) expect(code.trimEnd().split('\n').length, file).toBeLessThanOrEqual(20);
});

it('has no TypeScript outside of them', () => {
  for (const [page, text] of Object.entries({ README: readme, ...docs })) expect([...text.matchAll(/^```tsx?$/gm)], page).toHaveLength(0);
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
