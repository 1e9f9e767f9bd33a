import type { Catalog, CatalogEntry, CatalogListing } from '../catalog/index.js';
import { isJsonObject, type JsonObject } from '../core/index.js';

/** A kind of connector that no catalogue knows: offered with its own specification, and with nothing to execute. */
export interface SandboxDefinition {
  /** A UUID. */
  id: string;
  name: string;
  /** `connectionSpecification`, and `advanced_auth` where it can be signed in to by consent. */
  spec: JsonObject;
}

/** The entry of such a definition carries its specification. */
type OwnEntry = CatalogEntry & { spec: JsonObject };

/** A catalogue, for the sandbox itself, that has these definitions too. */
export function withOwnDefinitions(catalog: Catalog, definitions: readonly SandboxDefinition[]): Catalog {
  const entries = definitions.map(entryOfDefinition);
  const own = (idOrSlug: string) => entries.find(({ id, slug }) => [id, slug].includes(idOrSlug.toLowerCase())) ?? null;
  return {
    list: () => [...catalog.list(), ...entries.map(listingOf)],
    find(idOrSlug) {
      const entry = own(idOrSlug);
      return catalog.find(idOrSlug) ?? (entry === null ? null : listingOf(entry));
    },
    load: async (idOrSlug) => (await catalog.load(idOrSlug)) ?? own(idOrSlug),
  };
}

/** The specification of a definition that no catalogue knows; null of every other. */
export const ownSpec = (entry: CatalogEntry): JsonObject | null => ('spec' in entry && isJsonObject(entry.spec) ? entry.spec : null);

function entryOfDefinition({ id, name, spec }: SandboxDefinition): OwnEntry {
  const slug = name.trim().toLowerCase().replaceAll(' ', '-');
  const kind = isJsonObject(spec.advanced_auth) ? 'oauth' : 'key';
  const facts = { id: id.toLowerCase(), slug, name, version: '0', settings: [], operations: [], check: null, spec };
  return { ...facts, methods: [{ key: kind, kind, fields: [] }], words: { category: '', methods: {}, fields: {} } };
}

const listingOf = ({ id, slug, name }: CatalogEntry): CatalogListing => ({ id, slug, name, category: '' });
