import { toConnectError } from '../core/index.js';
import type { CliWorld } from './cliWorld.js';
import { CURES, OTHER_CURE } from './cures.js';
import { EXIT } from './exitCodes.js';

/** A command that Airbyte did not let succeed: what happened, and the cure. */
export function failed(world: Pick<CliWorld, 'out' | 'err'>, thrown: unknown, json: boolean | undefined): number {
  const { code, message, fieldErrors } = toConnectError(thrown);
  const cure = CURES[code] ?? OTHER_CURE;
  const fields = Object.keys(fieldErrors ?? {});
  if (json) world.out(`${JSON.stringify({ ok: false, code, message, fields, cure })}\n`);
  else world.err(`${message}${fields.length === 0 ? '' : ` (${fields.join(', ')})`}\n  -> ${cure}\n`);
  return EXIT.failed;
}
