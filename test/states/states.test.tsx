import { afterAll, describe, expect, it } from 'vitest';
import { violations } from '../components/conformance.js';
import { geometryProblems } from './geometryProblems.js';
import { showStory } from './showStory.js';
import { STORIES } from './table.js';
import { unmarkedParts } from './unmarkedParts.js';

let looked = 0;
afterAll(() => console.log(`States: ${STORIES.length} stories, ${looked} looks.`));

// Light from left to right is looked at by axe in every story's own test; the two others in test/wide/states.
describe.each(STORIES)('$file, $story', (ref) => {
  it('has nothing that axe finds wrong, dark and from right to left, and marks all its parts with the version', async () => {
    looked += 1;
    const look = async (surface: Element) => [...(await violations(surface)), ...unmarkedParts(surface)];
    expect(await showStory(ref, { theme: 'dark', direction: 'rtl', width: 760 }, look)).toEqual([]);
  });

  it('cuts and covers nothing at 320 px, from left to right and from right to left', async () => {
    looked += 2;
    expect(await showStory(ref, { theme: 'light', direction: 'ltr', width: 320 }, geometryProblems)).toEqual([]);
    expect(await showStory(ref, { theme: 'light', direction: 'rtl', width: 320 }, geometryProblems)).toEqual([]);
  });

  it('cuts and covers nothing with text of 200 %, and with words that are 40 % longer', async () => {
    looked += 2;
    expect(await showStory(ref, { theme: 'light', direction: 'ltr', width: 640, text: 200 }, geometryProblems)).toEqual([]);
    expect(await showStory(ref, { theme: 'light', direction: 'ltr', width: 320, longer: true }, geometryProblems)).toEqual([]);
  });
});

it('keeps the buttons of a form in sight at 320 px with text of 200 %', async () => {
  const form = { file: 'ConnectScreens', story: 'EnteringKey' } as const;
  expect(await showStory(form, { theme: 'light', direction: 'ltr', width: 320, text: 200 }, geometryProblems)).toEqual([]);
});
