import { parseSandboxArguments, type SandboxArguments } from './parseSandboxArguments.js';
import { type ServedSandbox, serveSandbox } from './serveSandbox.js';

const HELP = `Usage: airbyte-connect-kit sandbox [--port N] [--consent-port N] [--strict]

Commands:
  sandbox    an Airbyte in memory, for development and tests

Options:
  --port N           port of the API, on localhost (default: a free one)
  --consent-port N   port of the consent page, on 127.0.0.1 (default: a free one)
  --strict           a definition must be enabled, by cloning its template, before a sign-in (default: all are enabled)
  --help             this text

The sandbox accepts the client id "sandbox-client-id" with the secret "sandbox-client-secret". Stop it with Ctrl-C.
`;

/** What the command line reaches of its process. */
export interface CliWorld {
  out(text: string): void;
  err(text: string): void;
  /** Resolves when the person wants it to stop. */
  stopped(): Promise<void>;
}

/**
 * Runs a command.
 * @returns the exit code: 0, 1 when the command failed, 2 when the arguments are wrong
 */
export async function runCli(args: readonly string[], world: CliWorld): Promise<number> {
  const [command, ...rest] = args;
  if (command === undefined || args.includes('--help') || args.includes('-h')) {
    world.out(HELP);
    return command === undefined ? 2 : 0;
  }
  if (command !== 'sandbox') return refuse(world, `There is no command "${command}". The only one is "sandbox"; --help tells more.`);
  const options = parseSandboxArguments(rest);
  if ('problem' in options) return refuse(world, options.problem);
  return sandbox(options, world);
}

function refuse(world: CliWorld, sentence: string): number {
  world.err(`${sentence}\n`);
  return 2;
}

async function sandbox(options: SandboxArguments, world: CliWorld): Promise<number> {
  let served: ServedSandbox;
  try {
    served = await serveSandbox({
      ...options,
      onUnknownCall: ({ method, path, inContract }) =>
        world.err(`${method} ${path} ${inContract ? 'is not answered by the sandbox' : 'is not in the contract'}.\n`),
    });
  } catch (error) {
    world.err(`The sandbox did not start: ${reasonOf(error)}\n`);
    return 1;
  }
  world.out(`Sandbox ready at ${served.url} (consent page at ${served.consentUrl})\n`);
  await world.stopped();
  await served.close();
  return 0;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port } = { code: undefined, port: undefined, ...error };
  if (code === 'EADDRINUSE') return `port ${String(port)} is in use.`;
  return code === 'EACCES' ? `port ${String(port)} may not be used.` : error.message;
}
