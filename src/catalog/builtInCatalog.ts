import { LISTING, LOADERS } from './listing.js';
import type { Catalog } from './types.js';

/** The kit's own catalogue. Listing costs no chunk; loading an entry costs one. */
export const builtInCatalog: Catalog = {
  list: () => LISTING,
  find(idOrSlug) {
    const wanted = idOrSlug.toLowerCase();
    return LISTING.find(({ id, slug }) => id === wanted || slug === wanted) ?? null;
  },
  async load(idOrSlug) {
    const load = LOADERS[this.find(idOrSlug)?.slug ?? ''];
    return load === undefined ? null : (await load()).entry;
  },
};
