import type { ConnectorDefinitionDetail } from '../../core/index.js';
import { nameFromKey } from '../../form/index.js';

/** What an application may read and change: names of entities, `Contacts`, in the order of the operations. All of them: who agrees can read it. */
export interface Permissions {
  reads: string[];
  changes: string[];
}

/** Sums up the operations that an application may run; null where none are known. */
export function permissionsOf({ operations }: ConnectorDefinitionDetail): Permissions | null {
  if (operations === undefined || operations.length === 0) return null;
  const entities = (writes: boolean) =>
    [...new Set(operations.filter(({ kind }) => (kind === 'write') === writes).map(({ entity }) => entity))].map((entity) => nameFromKey(entity));
  return { reads: entities(false), changes: entities(true) };
}
