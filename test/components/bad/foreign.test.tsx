import { beforeAll, expect, it } from 'vitest';
import { foreignProblems, loadAll } from './drawForeign.js';
import { SCENES } from './scenes.js';

beforeAll(loadAll);

// `npm run test:wide` draws many more, other ones each time.
it.each(Object.keys(SCENES))('%s draws names, logos and values of any kind in 320 px, and none of them reaches beyond its place', async (name) => {
  expect(await foreignProblems(name, { runs: 12, seed: 7 })).toEqual([]);
});
