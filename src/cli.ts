#!/usr/bin/env node
import { askSecret, runCli } from './cli/index.js';

process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  stopped: () =>
    new Promise((resolve) => {
      process.once('SIGINT', () => resolve());
      process.once('SIGTERM', () => resolve());
    }),
  env: process.env,
  askSecret: (label) => askSecret({ input: process.stdin, output: process.stderr }, label),
  fetch: (input, init) => fetch(input, init),
  now: Date.now,
});
