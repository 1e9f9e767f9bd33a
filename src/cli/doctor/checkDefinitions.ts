import type { Operator } from '../../airbyte/index.js';
import { toConnectError } from '../../core/index.js';
import { CURES, OTHER_CURE } from '../cures.js';
import { nameMatches } from '../nameMatches.js';
import { error, type Finding, ok, warning } from './finding.js';

/** Whether what is offered is enabled: without a source template a sign-in is not started. */
export async function checkDefinitions(operator: Operator, offered: readonly string[]): Promise<Finding[]> {
  const templates = await operator.templates().catch(toConnectError);
  if (templates instanceof Error) return [error('definitions', `What is enabled could not be read: ${templates.message}`, CURES[templates.code] ?? OTHER_CURE)];
  const missing = offered.filter((name) => !templates.some((template) => nameMatches(name, { id: template.definitionId, name: template.name })));
  if (missing.length > 0) {
    return missing.map((name) =>
      error('definitions', `${name} is not enabled: its sign-in answers definition_not_enabled.`, `airbyte-connect-kit enable ${JSON.stringify(name)}`),
    );
  }
  if (templates.length > 0) return [ok('definitions', `${templates.length} definitions are enabled.`)];
  return [
    warning('definitions', 'No definition is enabled: users can paste keys, and not sign in.', 'airbyte-connect-kit enable <name>, for each that you offer.'),
  ];
}
