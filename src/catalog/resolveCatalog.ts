import { builtInCatalog } from './builtInCatalog.js';
import { type CatalogEntries, extendCatalog } from './extendCatalog.js';
import type { Catalog } from './types.js';

/**
 * The catalogue that a `catalog` option means: one as it is, entries over the kit's own, nothing for the kit's own.
 * @throws {ConnectError} `invalid_prop` when an entry has a mistake
 */
export function resolveCatalog(option: Catalog | CatalogEntries | undefined): Catalog {
  if (option === undefined) return builtInCatalog;
  return isCatalog(option) ? option : extendCatalog(builtInCatalog, option);
}

const isCatalog = (option: Catalog | CatalogEntries): option is Catalog => typeof option.load === 'function';
