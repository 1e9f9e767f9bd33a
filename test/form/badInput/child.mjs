// Runs the cases one after the other and tells of each, a line of JSON at its start and its end; whoever started it holds the watch.
// Usage: node child.mjs [--hang] (with --hang one case that never ends, and no other)
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const tell = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

const { module } = await runnerImport(fileURLToPath(new URL('cases.ts', import.meta.url)), { logLevel: 'silent', configFile: false });
const hang = [
  'hangs',
  () => {
    for (;;);
  },
];

tell({ at: 'ready' });
for (const [name, run] of process.argv.includes('--hang') ? [hang] : Object.entries(module.CASES)) {
  tell({ at: 'start', name });
  const start = performance.now();
  const used = process.cpuUsage();
  let problem = null;
  try {
    run();
  } catch (error) {
    problem = String(error?.stack ?? error);
  }
  const { user, system } = process.cpuUsage(used);
  tell({ at: 'end', name, problem, milliseconds: Math.round(performance.now() - start), work: Math.round((user + system) / 1000) });
}
tell({ at: 'done' });
