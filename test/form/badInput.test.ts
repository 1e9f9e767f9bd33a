import { describe, expect, it } from 'vitest';
import { CASES } from './badInput/cases.js';
import { watchCases } from './badInput/watch.js';

/** For one case by the clock, and for all of them together by what the processor did for them: others may be at work here too. In milliseconds. */
const LIMIT = 5_000;

describe('bad input, in a process of its own that is stopped when a case takes five seconds', () => {
  it('neither throws nor hangs', async () => {
    const { ended, hung } = await watchCases(LIMIT);
    const [slowest] = [...ended].toSorted(([, one], [, other]) => other.milliseconds - one.milliseconds);
    const total = [...ended.values()].reduce((sum, { work }) => sum + work, 0);
    console.info(
      `bad input: ${ended.size} of ${Object.keys(CASES).length} cases in ${total} ms of work; the slowest ${slowest?.[1].milliseconds} ms: ${slowest?.[0]}`,
    );
    expect({ hung, problems: [...ended].flatMap(([name, { problem }]) => (problem === null ? [] : [name, problem])) }).toEqual({ hung: null, problems: [] });
    expect([...ended.keys()]).toEqual(Object.keys(CASES));
    expect(total, JSON.stringify([...ended])).toBeLessThan(LIMIT);
  }, 60_000);

  it('is named where it hangs', async () => {
    expect((await watchCases(1_000, ['--hang'])).hung).toBe('hangs');
  }, 60_000);
});
