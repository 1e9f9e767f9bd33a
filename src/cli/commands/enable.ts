import type { SourceTemplate } from '../../airbyte/index.js';
import { AIRBYTE_OPTIONS } from '../airbyteOptions.js';
import type { CliWorld } from '../cliWorld.js';
import { EXIT } from '../exitCodes.js';
import { nameMatches } from '../nameMatches.js';
import { readArguments } from '../readArguments.js';
import { refuse } from '../refuse.js';
import { withAirbyte } from '../withAirbyte.js';

/** `enable <name>`: makes the organization's own source template of a definition, without which no sign-in is started. Safe to repeat. */
export async function enable(args: readonly string[], world: CliWorld): Promise<number> {
  const read = readArguments(args, AIRBYTE_OPTIONS);
  if ('problem' in read) return refuse(world, read.problem);
  const { positionals, values } = read;
  const [name] = positionals;
  if (name === undefined || positionals.length > 1) return refuse(world, 'enable takes one name: airbyte-connect-kit enable hubspot');
  const say = (done: string, template: SourceTemplate) =>
    world.out(
      values.json ? `${JSON.stringify({ ok: true, done, definition: template.definitionId, name: template.name })}\n` : `${template.name} is ${done}.\n`,
    );
  return withAirbyte(world, values, async ({ operator }) => {
    const isMeant = (template: SourceTemplate) => nameMatches(name, { id: template.definitionId, name: template.name });
    const own = (await operator.templates()).find(isMeant);
    if (own !== undefined) {
      say('enabled already', own);
      return EXIT.ok;
    }
    const original = (await operator.globalTemplates()).find(isMeant);
    if (original === undefined) return unknown(world, name, values.json);
    await operator.enable(original.id);
    say('enabled', original);
    return EXIT.ok;
  });
}

function unknown(world: CliWorld, name: string, json: boolean | undefined): number {
  const message = `Airbyte has no source template named ${JSON.stringify(name)}.`;
  const cure = 'Check the name as Airbyte writes it, or use the id of the definition.';
  if (json) world.out(`${JSON.stringify({ ok: false, code: 'definition_not_found', message, cure })}\n`);
  else world.err(`${message}\n  -> ${cure}\n`);
  return EXIT.failed;
}
