import type { Operator } from '../../airbyte/index.js';
import { toConnectError } from '../../core/index.js';
import { CURES, OTHER_CURE } from '../cures.js';
import { error, type Finding, ok, warning } from './finding.js';

/** Which organizations may use embedded, and whether the one that is meant is clear. */
export async function checkOrganization(operator: Operator, organizationId: string | undefined): Promise<Finding> {
  const found = await operator.organizations().catch(toConnectError);
  if (found instanceof Error) {
    return warning('organization', `The list of organizations could not be read: ${found.message}`, CURES[found.code] ?? OTHER_CURE);
  }
  const [only, ...others] = found;
  if (only === undefined) {
    return error('organization', 'No organization of the application’s user may use embedded.', 'Ask Airbyte to enable embedded for your organization.');
  }
  const listed = found.map(({ id, name }) => (name === null ? id : `${name} (${id})`)).join(', ');
  if (organizationId !== undefined && !found.some(({ id }) => id.toLowerCase() === organizationId.toLowerCase())) {
    return error(
      'organization',
      `${organizationId} is none of the organizations that may use embedded.`,
      `Pass one of these as \`organizationId\`: ${listed}.`,
    );
  }
  if (organizationId === undefined && others.length > 0) {
    return warning(
      'organization',
      'The application belongs to several organizations, and none is named.',
      `Pass one of these as \`organizationId\`: ${listed}.`,
    );
  }
  return ok('organization', `The organization is ${organizationId ?? listed}.`);
}
