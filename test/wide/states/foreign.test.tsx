import { beforeAll, expect, it } from 'vitest';
import { foreignProblems, loadAll } from '../../components/bad/drawForeign.js';
import { SCENES } from '../../components/bad/scenes.js';

/** Other scenes each time; what is found names the seed, with which `foreignProblems` draws the same again. */
const seed = Date.now() % 1_000_000;
const RUNS = 300;

beforeAll(loadAll);

it.each(Object.keys(SCENES))(`draws %s from ${RUNS} random values of any kind in 320 px, seed ${seed}`, { timeout: 300_000 }, async (name) => {
  expect(await foreignProblems(name, { runs: RUNS, seed })).toEqual([]);
});
