import type { AirbytePattern, Operator } from '../../airbyte/index.js';
import { toConnectError } from '../../core/index.js';
import { CURES, OTHER_CURE } from '../cures.js';
import { error, type Finding, ok, warning } from './finding.js';

/** Whether Airbyte lists the connectors of the user who is named, and of no other: with `connectors()` that list proves whose a connector is. */
export async function checkTenants(operator: Operator, generation: AirbytePattern['generation']): Promise<Finding> {
  const count = await operator.countConnectors(`nobody-${crypto.randomUUID()}`, generation).catch(toConnectError);
  if (count instanceof Error)
    return warning('tenants', `Whether Airbyte keeps users’ lists apart could not be looked at: ${count.message}`, CURES[count.code] ?? OTHER_CURE);
  if (count === 0) return ok('tenants', 'Airbyte lists no connector for a user whom nobody knows.');
  return error(
    'tenants',
    `Airbyte lists ${count} connectors for a user whom nobody knows: each user would see, and could use, those of all.`,
    'Do not use connectors() with this Airbyte, and ask Airbyte why its list is not narrowed to the user; sources() proves by the source’s workspace.',
  );
}
