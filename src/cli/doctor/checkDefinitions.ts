import type { Operator, SourceTemplate } from '../../airbyte/index.js';
import { builtInCatalog } from '../../catalog/index.js';
import { toConnectError } from '../../core/index.js';
import { CURES, OTHER_CURE } from '../cures.js';
import { nameMatches } from '../nameMatches.js';
import { nearestName } from '../nearestName.js';
import { error, type Finding, ok, warning } from './finding.js';

/** Whether what is offered is enabled: without a source template a sign-in is not started. */
export async function checkDefinitions(operator: Operator, offered: readonly string[]): Promise<Finding[]> {
  const templates = await operator.templates().catch(toConnectError);
  if (templates instanceof Error) return [error('definitions', `What is enabled could not be read: ${templates.message}`, CURES[templates.code] ?? OTHER_CURE)];
  const missing = offered.filter((name) => !templates.some((template) => isOf(name, template)));
  if (missing.length > 0) {
    // Where Airbyte's own list can not be read, nobody knows whether a name is wrong.
    const known = await operator.globalTemplates().catch(() => null);
    return missing.map((name) => missingFinding(name, known));
  }
  if (templates.length > 0) return [ok('definitions', `${templates.length} definitions are enabled.`)];
  return [
    warning(
      'definitions',
      'No definition is enabled: users can paste keys, and not sign in.',
      'npx airbyte-connect-kit enable <name>, for each that you offer.',
    ),
  ];
}

/** Airbyte may call a connector otherwise than its slug in the catalogue. */
const isOf = (name: string, { definitionId: id, name: called }: SourceTemplate): boolean =>
  nameMatches(name, { id, name: called }) || builtInCatalog.find(name)?.id.toLowerCase() === id.toLowerCase();

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What is no mistyped name, whatever Airbyte's own list holds: the id of a custom definition, or a connector that the catalogue knows. */
const isSure = (name: string): boolean => UUID.test(name) || builtInCatalog.find(name) !== null;

function missingFinding(name: string, known: readonly SourceTemplate[] | null): Finding {
  if (known !== null && !isSure(name) && !known.some((template) => isOf(name, template))) {
    const nearest = nearestName(
      name,
      known.map((template) => template.name),
    );
    const cure = nearest === null ? 'Check the name as Airbyte writes it, or use the id of the definition.' : `Did you mean ${JSON.stringify(nearest)}?`;
    return error('definitions', `Airbyte has no source template named ${JSON.stringify(name)}.`, cure);
  }
  return error('definitions', `${name} is not enabled: its sign-in answers definition_not_enabled.`, `npx airbyte-connect-kit enable ${JSON.stringify(name)}`);
}
