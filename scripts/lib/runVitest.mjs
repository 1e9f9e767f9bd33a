// Runs Vitest and counts what it reports.
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A file that could not even be loaded counts as one failed test: Vitest's own sum leaves it out. */
function countOf({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  const unloaded = testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((result) => result.status === 'failed'));
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length, skipped: numPendingTests + numTodoTests };
}

function readReport(path, failure) {
  try {
    return countOf(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw failure ?? new Error('Vitest left no report.');
  }
}

/**
 * @param {{ name?: string, args?: string[], env?: Record<string, string> }} [options] `name` keeps the reports of two runs apart
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runVitest({ name = 'vitest', args = [], env = {} } = {}) {
  const report = `${root}.cache/${name}.json`;
  rmSync(report, { force: true });
  const failure = await run('vitest', ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], { env }).then(
    () => null,
    (error) => error,
  );
  const counts = readReport(report, failure);
  // An error outside of every test (an unhandled rejection, a lost browser) fails the run and no test.
  return failure !== null && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
