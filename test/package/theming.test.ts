import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const tokens = read('src/components/parts/tokens.css');
const styles = `${tokens}${read('src/components/parts/parts.css')}`;
const guide = read('docs/theming.md');
const variables = (text: string): Set<string> => new Set(text.match(/--ack-[a-z-]*[a-z]/g));

it('names no variable in the guide that the styles do not read', () => {
  const missing = [...variables(guide)].filter((name) => !styles.includes(`var(${name}`));
  expect(missing).toEqual([]);
});

it('names every variable of the base in the guide', () => {
  const base = tokens.slice(tokens.indexOf('BASE: what a brand sets'), tokens.indexOf('── Surfaces'));
  const told = variables(guide);
  expect([...variables(base)].filter((name) => !told.has(name))).toEqual([]);
  expect(variables(base).size).toBeGreaterThan(10);
});
