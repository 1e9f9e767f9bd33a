// The quick checks, before a commit: lint, layers, types. Usage: npm run check
import { CHECKS, runSteps } from './lib/steps.mjs';

const { failed } = await runSteps(CHECKS);
process.exitCode = failed === 0 ? 0 : 1;
