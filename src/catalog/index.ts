export { builtInCatalog } from './builtInCatalog.js';
export { changeEntry } from './changeEntry.js';
export { definitionOfEntry, definitionOfListing } from './definitionDetail.js';
export { type CatalogChange, type CatalogEntries, extendCatalog } from './extendCatalog.js';
export { resolveCatalog } from './resolveCatalog.js';
export type { NextParams, TypedDefinition, TypedExecuteInput, TypedExecuteResult } from './typedExecute.js';
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
  SearchParams,
} from './types.js';
