export {
  type AirbyteHosts,
  type AirbytePattern,
  type ConnectorsPatternOptions,
  connectors,
  createTokenClient,
  type DefinitionSpec,
  instances,
  type SourcesPatternOptions,
  sources,
  type TemplatesPatternOptions,
  type TokenClientOptions,
  templates,
  type WorkspaceStore,
} from './airbyte/index.js';
export { type BackendClientOptions, createBackendClient } from './backend/index.js';
export { builtInCatalog, type Catalog, type CatalogChange, type CatalogEntries, type CatalogEntry, extendCatalog } from './catalog/index.js';
export type { ConnectApi, ConnectErrorCode } from './core/index.js';
export { ConnectError, isConnectError } from './core/index.js';
