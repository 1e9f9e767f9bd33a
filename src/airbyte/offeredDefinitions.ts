import { type Catalog, definitionOfListing } from '../catalog/index.js';
import type { CallOptions, ConnectorDefinition } from '../core/index.js';
import type { AirbyteCaller } from './call.js';
import { listSourceDefinitions } from './calls/definitionCalls.js';

/** What Airbyte offers: in the catalogue's words where it knows a definition, in Airbyte's where it does not. */
export async function offeredDefinitions(caller: AirbyteCaller, catalog: Catalog, options: CallOptions | undefined): Promise<ConnectorDefinition[]> {
  const listed = await listSourceDefinitions(caller, options);
  return listed.map(({ id, name, iconUrl }) => {
    const listing = catalog.find(id);
    return listing === null ? { id, slug: null, name, category: null, iconUrl } : { ...definitionOfListing(listing), iconUrl };
  });
}
