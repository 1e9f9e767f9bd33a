import type { CliWorld } from './cliWorld.js';
import { doctor } from './commands/doctor.js';
import { enable } from './commands/enable.js';
import { oauthApp } from './commands/oauthApp.js';
import { sandbox } from './commands/sandbox.js';
import { EXIT } from './exitCodes.js';
import { HELP } from './help.js';
import { refuse } from './refuse.js';
import { isSecretArgument } from './secretArgument.js';

type Command = (args: readonly string[], world: CliWorld) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = { doctor, enable, 'oauth-app': oauthApp, sandbox };

const SECRET_REFUSED =
  'One argument looks like a secret. Arguments stay in the shell’s history and in the list of processes: give it in the environment or when asked, and renew it if it was real.';

/**
 * Runs a command.
 * @returns the exit code: 0, 1 when the command failed, 2 when the arguments are wrong
 */
export async function runCli(args: readonly string[], world: CliWorld): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || args.includes('--help') || args.includes('-h')) {
    world.out(HELP);
    return name === undefined ? EXIT.wrongArguments : EXIT.ok;
  }
  const { AIRBYTE_CLIENT_ID = '', AIRBYTE_CLIENT_SECRET = '' } = world.env;
  const known = [AIRBYTE_CLIENT_ID, AIRBYTE_CLIENT_SECRET].filter((secret) => secret !== '');
  if (args.some((argument) => isSecretArgument(argument, known))) return refuse(world, SECRET_REFUSED);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command !== undefined) return command(rest, world);
  return refuse(world, `There is no command "${name}". There are ${Object.keys(COMMANDS).join(', ')}; --help tells more.`);
}
