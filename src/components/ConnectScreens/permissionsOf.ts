import type { ConnectorDefinitionDetail } from '../../core/index.js';
import { nameFromKey } from '../../form/index.js';

/** More than this is counted, not named. */
const NAMED = 4;

export interface NamedThings {
  /** Names of entities, `Contacts`, in the order of the operations. */
  things: string[];
  /** How many others there are. */
  more: number;
}

/** What an application may read and change, by the names of its entities. */
export interface Permissions {
  reads: NamedThings;
  changes: NamedThings;
}

/** Sums up the operations that an application may run; null where none are known. */
export function permissionsOf({ operations }: ConnectorDefinitionDetail): Permissions | null {
  if (operations === undefined || operations.length === 0) return null;
  const entities = (writes: boolean) => [...new Set(operations.filter(({ kind }) => (kind === 'write') === writes).map(({ entity }) => entity))];
  return { reads: named(entities(false)), changes: named(entities(true)) };
}

function named(entities: readonly string[]): NamedThings {
  // One more than fits is named, too: "and 1 more" would be no shorter.
  const shown = entities.length <= NAMED + 1 ? entities : entities.slice(0, NAMED);
  return { things: shown.map(nameFromKey), more: entities.length - shown.length };
}
