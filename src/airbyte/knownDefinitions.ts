import type { Catalog } from '../catalog/index.js';
import type { CallOptions, ConnectorDefinition } from '../core/index.js';
import type { AirbyteCaller } from './call.js';
import { offeredDefinitions } from './offeredDefinitions.js';

/** What Airbyte offers and the catalogue knows, for a pattern that takes values apart by the catalogue's places. */
export async function knownDefinitions(caller: AirbyteCaller, catalog: Catalog, options: CallOptions | undefined): Promise<ConnectorDefinition[]> {
  return (await offeredDefinitions(caller, catalog, options)).filter(({ id }) => catalog.find(id) !== null);
}
