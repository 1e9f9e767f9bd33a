import { builtInCatalog, type CatalogEntry } from '../../src/catalog/index.js';

export const SLUGS = builtInCatalog.list().map(({ slug }) => slug);

/** The entry. @throws when the catalogue has none */
export async function load(slug: string): Promise<CatalogEntry> {
  const entry = await builtInCatalog.load(slug);
  if (entry === null) throw new Error(`${slug} is not in the catalogue`);
  return entry;
}
