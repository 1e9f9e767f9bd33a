import type { Catalog, CatalogEntry } from '../catalog/index.js';
import type { ConnectorDefinition } from '../core/index.js';

/** An entry less its ways of signing in by consent. */
export const withoutConsent = (entry: CatalogEntry): CatalogEntry => ({ ...entry, methods: entry.methods.filter(({ kind }) => kind === 'key') });

/** The definitions that can be connected with a pasted key. Loads the catalogue's entry of each. */
export async function onlyByKey(catalog: Catalog, definitions: readonly ConnectorDefinition[]): Promise<ConnectorDefinition[]> {
  const entries = await Promise.all(definitions.map(({ id }) => catalog.load(id)));
  return definitions.filter((_, index) => entries[index]?.methods.some(({ kind }) => kind === 'key') === true);
}
