import type { CliWorld } from '../cliWorld.js';
import { EXIT } from '../exitCodes.js';
import { refuse } from '../refuse.js';
import { type ServedSandbox, serveSandbox } from '../serveSandbox.js';
import { parseSandboxArguments } from './parseSandboxArguments.js';

/** `sandbox`: serves until it is stopped. */
export async function sandbox(args: readonly string[], world: CliWorld): Promise<number> {
  const options = parseSandboxArguments(args);
  if ('problem' in options) return refuse(world, options.problem);
  let served: ServedSandbox;
  try {
    served = await serveSandbox({
      ...options,
      onUnknownCall: ({ method, path, inContract }) =>
        world.err(`${method} ${path} ${inContract ? 'is not answered by the sandbox' : 'is not in the contract'}.\n`),
    });
  } catch (error) {
    world.err(`The sandbox did not start: ${reasonOf(error)}\n`);
    return EXIT.failed;
  }
  world.out(`Sandbox ready at ${served.url} (consent page at ${served.consentUrl})\n`);
  await world.stopped();
  await served.close();
  return EXIT.ok;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port } = { code: undefined, port: undefined, ...error };
  if (code === 'EADDRINUSE') return `port ${String(port)} is in use.`;
  return code === 'EACCES' ? `port ${String(port)} may not be used.` : error.message;
}
