import { afterAll, describe, expect, it } from 'vitest';
import { API_CALLS, BROWSER_CALLS, type Call, isPossible } from './faults/calls.js';
import { FAULTS, type FaultName } from './faults/faults.js';
import { type FaultWorld, openFaultWorld, VARIANT_NAMES, type VariantName } from './faults/faultWorld.js';
import { isLogged, outcomeOf, titleOf } from './faults/outcome.js';
import { COMMON, PASSING, type Rule, ruleOf } from './faults/rules.js';
import { TITLES } from './faults/words.js';

// The rules say what a fault of each call of Airbyte's means; the table plays every fault in every call of ours that asks it. Where many of
// ours ask the same (the list that proves whose a connector is), the default pattern plays all and the others each once; tokens and templates are once for all.
const CALLS: readonly [string, Call][] = [...Object.entries(BROWSER_CALLS), ...Object.entries(API_CALLS)];
const RETRY_AFTER: Partial<Record<FaultName, number>> = { '429 with Retry-After': 2, '429 with a long Retry-After': 90 };

function expectedOf(rule: Rule, fault: FaultName): string {
  const end = rule.codes?.[fault] ?? COMMON[fault];
  // A refused bearer is renewed once.
  const usual = fault === '401' || fault === '403' ? 2 : rule.safe && PASSING.has(fault) ? 3 : 1;
  const wait = end === 'rate_limited' && RETRY_AFTER[fault] !== undefined ? `, after ${RETRY_AFTER[fault]} s` : '';
  return `${end}${wait}, asked ${rule.asked?.[fault] ?? usual}: ${end === 'done' ? '' : TITLES[end]}`;
}

async function actualOf(world: FaultWorld, name: string, call: Call, wrong: { upstream: string; fault: FaultName }): Promise<string> {
  const played = await world.play(call.ask, wrong, call);
  const { end, retryAfter } = await outcomeOf(played.result);
  const wait = retryAfter === undefined ? '' : `, after ${retryAfter} s`;
  const silent = end !== 'done' && !name.startsWith('api.') && !isLogged(played, end) ? ', not in the log' : '';
  return `${end}${wait}, asked ${played.asked}: ${end === 'done' ? '' : titleOf(end)}${silent}`;
}

let cells = 0;
let calls = 0;

describe.each(VARIANT_NAMES)('%s', (variant: VariantName) => {
  const played = new Set<string>();
  // The last of those that a call asks is its own.
  const isDue = (asked: readonly string[], upstream: string) =>
    !played.has(upstream) || upstream === asked.at(-1) || (variant === 'connectors, current' && !/Token$|SourceTemplates?$/.test(upstream));
  const possible = CALLS.filter(([name]) => isPossible(variant, name));
  let world: FaultWorld | undefined;

  it.each(possible)('%s', { timeout: 60_000 }, async (name, call) => {
    world ??= await openFaultWorld(variant);
    const asked = await world.calls(call.ask, call);
    if (call.changes) world = await openFaultWorld(variant);
    const expected: Record<string, string> = {};
    const actual: Record<string, string> = {};
    for (const upstream of asked.filter((candidate) => isDue(asked, candidate))) {
      played.add(upstream);
      for (const fault of FAULTS) {
        const cell = `${upstream}: ${fault}`;
        expected[cell] = expectedOf(ruleOf(variant, name, upstream), fault);
        actual[cell] = await actualOf(world, name, call, { upstream, fault });
      }
    }
    expect(actual).toEqual(expected);
    expect(Object.keys(actual).length).toBeGreaterThan(0);
    cells += Object.keys(actual).length;
    calls += 1;
  });
});

it('is a table of every call of every pattern, and of every fault', () => {
  expect([calls, cells]).toEqual([142, 2595]);
});

afterAll(() => console.info(`Faults: ${calls} calls, ${cells} cells.`));
