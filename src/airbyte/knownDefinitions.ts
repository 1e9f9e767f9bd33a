import { type Catalog, definitionOfListing } from '../catalog/index.js';
import type { CallOptions, ConnectorDefinition } from '../core/index.js';
import type { AirbyteCaller } from './call.js';
import { listSourceDefinitions } from './calls/definitionCalls.js';

/** What Airbyte offers and the catalogue knows. Definitions that it does not know have no form here, so they are left out. */
export async function knownDefinitions(caller: AirbyteCaller, catalog: Catalog, options: CallOptions | undefined): Promise<ConnectorDefinition[]> {
  const listed = await listSourceDefinitions(caller, options);
  return listed.flatMap(({ id, iconUrl }) => {
    const listing = catalog.find(id);
    return listing === null ? [] : [{ ...definitionOfListing(listing), iconUrl: iconUrl?.startsWith('https://') === true ? iconUrl : null }];
  });
}
