export { askSecret } from './askSecret.js';
export type { CliWorld } from './cliWorld.js';
export { runCli } from './runCli.js';
export { type ServedSandbox, type ServeSandboxOptions, serveSandbox } from './serveSandbox.js';
