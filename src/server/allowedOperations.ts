import type { ConnectorDefinition, Operation } from '../core/index.js';
import { isAllowed } from './offers.js';
import type { Settings } from './settings.js';

/** What may be run on connectors of a definition; null where the catalogue does not know it. */
export async function allowedOperations(
  settings: Pick<Settings, 'allow' | 'catalog'>,
  definition: ConnectorDefinition,
): Promise<Pick<Operation, 'entity' | 'action' | 'kind'>[] | null> {
  const entry = await settings.catalog.load(definition.id);
  if (entry === null) return null;
  return entry.operations.filter((operation) => isAllowed(settings, definition, operation)).map(({ entity, action, kind }) => ({ entity, action, kind }));
}
