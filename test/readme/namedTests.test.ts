import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const pages = ['README.md', 'CONTRIBUTING.md', ...readdirSync(join(root, 'docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : []))];
const textOf = (page: string) => readFileSync(join(root, page), 'utf8');
/** Files and folders; patterns such as `test/e2e/*.test.ts` are none. */
const namedIn = (page: string) => [...textOf(page).matchAll(/\btest(?:\/[\w-]+)+(?:\.[\w-]+)*(?![\w/*])/g)].map(([path]) => path);

/** In which project a test runs, as `vitest.config.ts` has it. */
function projectOf(path: string): string {
  if (path.startsWith('test/e2e')) return 'e2e';
  return /\.browser\.test\.ts$|(?<!\.ssr)\.test\.tsx$/.test(path) ? 'chromium' : 'node';
}

it('every test that a page of the documentation names is there', () => {
  const missing = pages.flatMap((page) => namedIn(page).filter((path) => !existsSync(join(root, path))));
  expect(missing).toEqual([]);
  expect(namedIn('docs/security.md').length).toBeGreaterThan(40);
  expect(namedIn('docs/oauth.md').length).toBeGreaterThan(10);
  expect(namedIn('docs/server.md').length).toBeGreaterThan(10);
});

it('and runs in the project that is said with it', () => {
  const said = pages.flatMap((page) => [...textOf(page).matchAll(/--project (\w+) (test\/\S+\.tsx?)\b/g)]);
  expect(said.length).toBeGreaterThan(10);
  expect(said.filter(([, project, path = '']) => project !== projectOf(path)).map(([line]) => line)).toEqual([]);
});
