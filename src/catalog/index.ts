export { builtInCatalog } from './builtInCatalog.js';
export { definitionOfEntry, definitionOfListing } from './definitionDetail.js';
export type {
  Catalog,
  CatalogEntry,
  CatalogFacts,
  CatalogField,
  CatalogListing,
  CatalogMethod,
  CatalogOperation,
  CatalogPaging,
  CatalogWords,
  FieldWords,
} from './types.js';
