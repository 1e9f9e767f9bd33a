import { afterEach, describe, expect, it } from 'vitest';
import { type RunningScript, runScript } from './runScript.js';

const running: RunningScript[] = [];
afterEach(() => {
  for (const script of running.splice(0)) script.stop();
});

const size = async (...args: string[]) => {
  const script = runScript(['scripts/size.mjs', ...args]);
  running.push(script);
  return { code: await script.ended, ...script.printed };
};
const USES = ['ConnectButton', 'catalogue in it', 'full flow', 'Playground', 'everything', 'catalogue', './callback', 'styles.css'];
/** The lines of figures, each as its name and its verdict. */
const verdicts = (out: string) =>
  out
    .split('\n')
    .filter((line) => / {2}(ok|over)$/.test(line))
    .map((line) => line.trim().split(/ {2,}/))
    .map((columns) => [columns[0], columns.at(-1)]);

describe('npm run size', { timeout: 120_000 }, () => {
  it('ends well when every use keeps to its budget', async () => {
    const { code, out, err } = await size();
    expect(err).toBe('');
    expect(verdicts(out)).toEqual(USES.map((name) => [name, 'ok']));
    expect(code).toBe(0);
  });

  it('fails when budgets are exceeded, and still prints all figures', async () => {
    const { code, out } = await size('--at=10');
    expect(verdicts(out)).toEqual(USES.map((name) => [name, name === 'catalogue in it' ? 'ok' : 'over']));
    expect(code).toBe(1);
  });

  it('is not fooled by a percentage that is none', async () => {
    const { code, err } = await size('--at=all');
    expect(err).toContain('--at takes a percentage');
    expect(code).toBe(1);
  });
});
