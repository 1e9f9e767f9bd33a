import type { CliWorld } from './cliWorld.js';
import { EXIT } from './exitCodes.js';

/** The arguments are wrong: one sentence. */
export function refuse(world: Pick<CliWorld, 'err'>, sentence: string): number {
  world.err(`${sentence}\n`);
  return EXIT.wrongArguments;
}
