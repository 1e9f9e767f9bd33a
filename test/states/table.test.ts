import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { STATES, STORIES } from './table.js';

const exportsOf = (file: string): string[] =>
  [...readFileSync(new URL(`../../stories/components/${file}.stories.tsx`, import.meta.url), 'utf8').matchAll(/^export const (\w+)/gm)].map(
    ([, name = '']) => name,
  );

const rows = Object.entries(STATES).flatMap(([moment, states]) => Object.entries(states).map(([state, stories]) => ({ moment, state, stories })));

describe('the table of states', () => {
  it.each(rows)('$moment, $state: is drawn by a story', ({ stories }) => {
    expect(stories.length).toBeGreaterThan(0);
    expect(stories.filter(({ file, story }) => !exportsOf(file).includes(story))).toEqual([]);
  });

  it('has every story of the flow’s screens: none is drawn and left unlooked at', () => {
    const named = STORIES.filter(({ file }) => file === 'ConnectScreens').map(({ story }) => story);
    expect(exportsOf('ConnectScreens').filter((story) => !named.includes(story))).toEqual([]);
  });

  it('counts them', () => {
    console.log(`${Object.keys(STATES).length} moments, ${rows.length} states, ${STORIES.length} stories.`);
    expect(rows.length).toBeGreaterThanOrEqual(68);
  });
});
