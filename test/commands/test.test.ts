import { afterEach, describe, expect, it, vi } from 'vitest';
import { runSteps, STEPS } from '../../scripts/lib/steps.mjs';
import { descendantsOf, isAlive, type RunningScript, runScript } from './runScript.js';

const running: RunningScript[] = [];
afterEach(() => {
  for (const script of running.splice(0)) script.stop();
  vi.restoreAllMocks();
});

const runTests = (...args: string[]) => {
  const script = runScript(['scripts/test.mjs', ...args]);
  running.push(script);
  return script;
};

describe('npm test', () => {
  it.skipIf(process.platform !== 'linux')(
    'stops on Ctrl-C, takes along what it has started, and does not end as if all were well',
    { timeout: 60_000 },
    async () => {
      const tests = runTests('--only=types');
      await tests.says(/--- types/);
      const started = await vi.waitFor(
        () => {
          const found = descendantsOf(tests.pid);
          if (found.length === 0) throw new Error('Nothing was started.');
          return found;
        },
        { timeout: 10_000, interval: 20 },
      );
      tests.child.kill('SIGINT');
      expect(await tests.ended).toBe(130);
      expect(tests.printed.err).toContain('Stopped.');
      expect(tests.printed.out).not.toMatch(/\d+ passed/);
      await vi.waitFor(() => expect(started.filter(isAlive)).toEqual([]), 5_000);
    },
  );

  it('runs the steps that are named and ends with the sum', { timeout: 60_000 }, async () => {
    const tests = runTests('--only=layers');
    expect(await tests.ended).toBe(0);
    expect(tests.printed.out).toMatch(/\n1 passed, 0 failed, 0 skipped\n$/);
  });

  it('says which steps there are when one is unknown', async () => {
    const tests = runTests('--only=types,fly');
    expect(await tests.ended).toBe(1);
    expect(tests.printed.err).toBe(`npm test could not start: There is no step "fly". Steps: ${STEPS.map(({ name }) => name).join(', ')}.\n`);
    expect(tests.printed.out).toBe('0 passed, 1 failed, 0 skipped\n');
  });
});

describe('the steps', () => {
  it('are summed, and one that fails or throws neither stops the next nor is lost', async () => {
    const printed: unknown[] = [];
    for (const method of ['log', 'error'] as const) vi.spyOn(console, method).mockImplementation((...given) => void printed.push(...given));
    const ran: string[] = [];
    const step = (name: string, work: () => Promise<{ passed: number; failed: number; skipped: number }>) => ({
      name,
      says: name,
      work: () => {
        ran.push(name);
        return work();
      },
    });
    const total = await runSteps([
      step('good', async () => ({ passed: 3, failed: 0, skipped: 2 })),
      step('bad', async () => ({ passed: 4, failed: 2, skipped: 1 })),
      step('broken', async () => {
        throw Object.assign(new Error('It broke.'), { output: 'what it printed' });
      }),
      step('last', async () => ({ passed: 1, failed: 0, skipped: 0 })),
    ]);
    expect(total).toEqual({ passed: 8, failed: 3, skipped: 3, broken: ['bad', 'broken'] });
    expect(ran).toEqual(['good', 'bad', 'broken', 'last']);
    expect(printed).toContain('what it printed');
    expect(printed.filter((line) => /FAILED/.test(String(line)))).toHaveLength(2);
  });
});
