import { afterAll, describe, expect, it } from 'vitest';
import { violations } from '../../components/conformance.js';
import { geometryProblems } from '../../states/geometryProblems.js';
import { showStory } from '../../states/showStory.js';
import { STORIES } from '../../states/table.js';

let looked = 0;
afterAll(() => console.log(`States: ${STORIES.length} stories, ${looked} looks.`));

const SURROUNDINGS = [
  { theme: 'light', direction: 'ltr' },
  { theme: 'light', direction: 'rtl' },
  { theme: 'dark', direction: 'ltr' },
] as const;

// `npm test` looks at dark and right to left (test/states).
describe.each(STORIES)('$file, $story', (ref) => {
  it.each(SURROUNDINGS)('has nothing that axe finds wrong in $theme, $direction', async (surroundings) => {
    looked += 1;
    expect(await showStory(ref, { ...surroundings, width: 760 }, violations)).toEqual([]);
  });

  it('has nothing that axe finds wrong at 320 px, and cuts nothing there, dark, with longer words from right to left', async () => {
    looked += 2;
    expect(await showStory(ref, { theme: 'light', direction: 'ltr', width: 320 }, violations)).toEqual([]);
    expect(await showStory(ref, { theme: 'dark', direction: 'rtl', width: 320, longer: true }, geometryProblems)).toEqual([]);
  });
});
