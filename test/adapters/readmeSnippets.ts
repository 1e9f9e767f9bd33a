import { readFileSync } from 'node:fs';

/** The files that the README shows, as they stand there. */
export function readmeSnippets(): { file: string; code: string }[] {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  return [...readme.matchAll(/```tsx? file=(\S+)\n([\s\S]*?)```/g)].map(([, file = '', code = '']) => ({ file, code }));
}
