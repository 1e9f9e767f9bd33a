import { ConnectError, type JsonObject } from '../core/index.js';
import { changeEntry } from './changeEntry.js';
import { additionRule, changeRule, entryProblem } from './entryProblem.js';
import type { Catalog, CatalogEntry, CatalogField, CatalogListing, CatalogMethod, CatalogOperation, FieldWords } from './types.js';

/** What a host says of one connector: corrections of an entry of the base, or an entry of its own, which needs `id`, `name` and `methods`. */
export interface CatalogChange {
  id?: string;
  name?: string;
  version?: string;
  /** An absolute https URL of a logo. */
  iconUrl?: string;
  /** Whether a sign-in page is offered: better known than by the catalogue's rule. Without it, the values that the consent would fill are asked for. */
  oauth?: boolean;
  /** Instead of the base's. */
  methods?: readonly CatalogMethod[];
  /** Instead of the base's. */
  settings?: readonly CatalogField[];
  /** One by one: those with the entity and action of one in the base replace it. */
  operations?: readonly CatalogOperation[];
  check?: { entity: string; action: string; params?: JsonObject } | null;
  /** One by one, by method key and field name. */
  words?: {
    category?: string;
    methods?: Readonly<Record<string, { label?: string; description?: string }>>;
    fields?: Readonly<Record<string, Partial<FieldWords>>>;
  };
}

/** A host's entries by slug, in small letters: `{ stripe: { words: {...} }, 'acme-crm': { id, name, methods } }`. */
export type CatalogEntries = Readonly<Record<string, CatalogChange>>;

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * A catalogue with a host's corrections and additions. What can be judged at once is, when this is called; whether a correction fits the
 * entry it corrects is judged when that entry is loaded.
 * @throws {ConnectError} `invalid_prop` that names the entry and the key: `catalog.stripe.oauth` must be true or false
 * @example extendCatalog(builtInCatalog, { gmail: { oauth: false }, stripe: { words: { fields: { api_key: { help: 'Ask finance.' } } } } })
 */
export function extendCatalog(base: Catalog, entries: CatalogEntries): Catalog {
  const additions = new Map<string, CatalogEntry>();
  for (const [slug, change] of Object.entries(entries)) {
    refuse(problemOf(base, slug, change));
    if (base.find(slug) === null) additions.set(slug, added(slug, change));
  }
  const listing = [...base.list().map((known) => changedListing(known, entries[known.slug])), ...[...additions.values()].map(listingOf)];
  const find = (idOrSlug: string) => {
    const wanted = idOrSlug.toLowerCase();
    return listing.find(({ id, slug }) => id.toLowerCase() === wanted || slug === wanted) ?? null;
  };
  refuse(repeatedId(listing));
  return {
    list: () => listing,
    find,
    async load(idOrSlug) {
      const slug = find(idOrSlug)?.slug ?? '';
      const known = additions.get(slug) ?? (await base.load(slug));
      const change = additions.has(slug) ? undefined : entries[slug];
      if (known === null || change === undefined) return known;
      const changed = changeEntry(known, change);
      refuse(entryProblem(changed, `catalog.${slug}`));
      return changed;
    },
  };
}

function problemOf(base: Catalog, slug: string, change: unknown): string | null {
  const path = `catalog.${slug}`;
  const known = base.find(slug);
  if (known !== null && known.slug !== slug) return `\`${path}\`: name the entry by its slug, \`${known.slug}\`.`;
  if (!SLUG.test(slug)) return `\`${path}\`: a slug has small letters, digits and single hyphens, "acme-crm".`;
  if (known !== null) return changeRule(change, path);
  const problem = additionRule(change, path);
  return problem === null ? null : `${problem} (The catalogue has no ${slug}, so this is a new entry. To correct one, use its slug.)`;
}

function added(slug: string, change: CatalogChange): CatalogEntry {
  const { id = '', name = slug, version = '0', methods = [] } = change;
  const empty: CatalogEntry = {
    id,
    slug,
    name,
    version,
    methods,
    settings: [],
    operations: [],
    check: null,
    words: { category: 'Other', methods: {}, fields: {} },
  };
  const entry = changeEntry(empty, change);
  refuse(entryProblem(entry, `catalog.${slug}`));
  return entry;
}

function changedListing(known: CatalogListing, change: CatalogChange | undefined): CatalogListing {
  if (change === undefined) return known;
  const { id = known.id, name = known.name, iconUrl = known.iconUrl, words } = change;
  return { id, slug: known.slug, name, category: words?.category ?? known.category, ...(iconUrl === undefined ? {} : { iconUrl }) };
}

const listingOf = ({ id, slug, name, iconUrl, words: { category } }: CatalogEntry): CatalogListing => ({
  id,
  slug,
  name,
  category,
  ...(iconUrl === undefined ? {} : { iconUrl }),
});

function repeatedId(listing: readonly CatalogListing[]): string | null {
  const seen = new Map<string, string>();
  for (const { id, slug } of listing) {
    const other = seen.get(id.toLowerCase());
    if (other !== undefined) return `\`catalog.${slug}.id\` is also the id of ${other}.`;
    seen.set(id.toLowerCase(), slug);
  }
  return null;
}

function refuse(problem: string | null): void {
  if (problem !== null) throw new ConnectError('invalid_prop', problem);
}
