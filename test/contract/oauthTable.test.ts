import { describe, expect, it } from 'vitest';
import { VARIANTS } from '../airbyte/patternMatrix.js';
import { SCENARIOS } from './oauthScenarios.js';
import { OAUTH_CELLS } from './oauthTable.js';
import { openOAuthWorld } from './oauthWorld.js';

it('has a cell for each pattern, mode and scenario', () => {
  expect(OAUTH_CELLS).toHaveLength(7 * 2 * 14);
  expect(new Set(OAUTH_CELLS.map((cell) => `${cell.variant}|${cell.mode}|${cell.scenario}`)).size).toBe(
    Object.keys(VARIANTS).length * 2 * Object.keys(SCENARIOS).length,
  );
});

// At the same time: where somebody is down, a cell waits between the repeats of a call.
describe.concurrent('a sign-in', () => {
  it.each(OAUTH_CELLS)('$scenario: by $variant over $mode', async ({ variant, mode, scenario, expected }) => {
    const world = openOAuthWorld(variant, mode);
    expect(await SCENARIOS[scenario](world)).toEqual(expected);
    expect(world.sandbox.unknownCalls).toEqual([]);
  });
});
