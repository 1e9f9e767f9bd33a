export { type CliWorld, runCli } from './runCli.js';
export { type ServedSandbox, type ServeSandboxOptions, serveSandbox } from './serveSandbox.js';
